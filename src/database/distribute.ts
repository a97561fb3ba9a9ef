/**
 * `npm run distribute`: brings a database on the coordinator of a Citus cluster into its layout (see `distribution`), and checks that it
 * is there. Each step is skipped when it was done before, so a run that was stopped is repeated.
 */
import { type Kysely, sql } from 'kysely';
import { misplaced, placesOf, stepsToCluster, takeSteps, withOneConnection } from './distribution.ts';
import { isMigrated, migrationName, underMigrationLock } from './migrate.ts';
import { DatabaseStartError } from './start-error.ts';

/** The oldest version of Citus that the tests run on. */
const oldestCitus = 13;

export interface DistributeOptions {
  /** In how many parts the campaigns are divided. It cannot be changed later without a rebalance. */
  readonly shards: number;
  readonly onStep: (step: string) => void;
}

/** Returns the number of steps that were not done before. Throws {@link DatabaseStartError}. */
export function distribute(url: string, { shards, onStep }: DistributeOptions): Promise<number> {
  return underMigrationLock(url, async (db) => {
    await refuseUnready(db);
    return takeSteps(db, stepsToCluster(shards), onStep);
  });
}

/** Says everything that stands in the way. */
async function refuseUnready(db: Kysely<unknown>): Promise<void> {
  const version = await citusVersion(db);
  const obstacles =
    version === undefined || Number.parseInt(version, 10) < oldestCitus
      ? [
          `Citus ${oldestCitus} or newer is needed; the database has ${version ? `Citus ${version}` : 'no extension citus'}.`,
        ]
      : await Promise.all(
          [coordinatorObstacle, healthObstacle, rightObstacle, migrationObstacle, instanceObstacle].map((look) =>
            look(db),
          ),
        );
  const told = obstacles.filter((obstacle) => obstacle !== undefined);
  if (told.length > 0) throw new DatabaseStartError(told.join('\n'));
}

async function citusVersion(db: Kysely<unknown>): Promise<string | undefined> {
  const { rows } = await sql<{ version: string }>`
    select extversion as version from pg_extension where extname = 'citus'`.execute(db);
  return rows[0]?.version;
}

async function coordinatorObstacle(db: Kysely<unknown>): Promise<string | undefined> {
  const { rows } = await sql`select 1 from pg_dist_node where groupid = 0`.execute(db);
  if (rows.length > 0) return undefined;
  return `The coordinator is not registered. Run: select citus_set_coordinator_host('<its host name>', <its port>);`;
}

async function healthObstacle(db: Kysely<unknown>): Promise<string | undefined> {
  const { rows } = await sql<{ pair: string }>`
    select format('%s:%s to %s:%s', from_nodename, from_nodeport, to_nodename, to_nodeport) as pair
    from citus_check_cluster_node_health() where result is not true`.execute(db);
  if (rows.length === 0) return undefined;
  return `Nodes cannot be reached: ${rows.map(({ pair }) => pair).join(', ')}.`;
}

/** The service ends commits that a node has not applied: see `citus-dialect`. */
async function rightObstacle(db: Kysely<unknown>): Promise<string | undefined> {
  const { rows } = await sql<{ role: string; may: boolean }>`
    select current_user as role, has_function_privilege('recover_prepared_transactions()', 'execute') as may`.execute(
    db,
  );
  const [role] = rows;
  if (!role || role.may) return undefined;
  return `The role may not end prepared transactions. Run as a superuser: grant execute on function recover_prepared_transactions() to ${role.role};`;
}

async function migrationObstacle(db: Kysely<unknown>): Promise<string | undefined> {
  if (await isMigrated(db)) return undefined;
  return 'The database is not at the version of this code. Start the service once, and stop it.';
}

async function instanceObstacle(db: Kysely<unknown>): Promise<string | undefined> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and application_name like 'leadspec%' and pid <> pg_backend_pid()
      and application_name <> ${migrationName}`.execute(db);
  if (!rows[0]?.count) return undefined;
  return 'An instance of Leadspec is connected. Stop all instances first.';
}

export interface ClusterReport {
  readonly facts: readonly string[];
  /** Everything that is wrong; empty if all is well. */
  readonly faults: readonly string[];
}

/** Looks at the places of all tables, at commits that a node has not confirmed, and at whether all nodes have the same tokens. */
export const checkCluster = (url: string): Promise<ClusterReport> =>
  withOneConnection(url, 'leadspec check', lookAtCluster);

async function lookAtCluster(db: Kysely<unknown>): Promise<ClusterReport> {
  const version = await citusVersion(db);
  if (version === undefined) return { facts: [], faults: ['The database has no extension citus.'] };
  const facts: string[] = [];
  const faults: string[] = [];
  const placed = await placesOf(db);
  const wrong = misplaced(placed);
  if (wrong.length > 0) faults.push(`Not in their places: ${wrong.join(', ')}. Run \`npm run distribute\`.`);
  for (const look of [healthObstacle, rightObstacle]) {
    const obstacle = await look(db);
    if (obstacle) faults.push(obstacle);
  }
  const { rows: shards } = await sql<{ node: string; shards: number; size: string }>`
    select nodename || ':' || nodeport as node, count(*)::int as shards, pg_size_pretty(sum(shard_size)) as size
    from citus_shards where citus_table_type = 'distributed' group by 1 order by 1`.execute(db);
  for (const { node, shards: count, size } of shards) facts.push(`${node}: ${count} shards, ${size}`);
  const { rows: groups } = await sql<{ groups: number }>`
    select count(distinct colocationid)::int as groups from pg_dist_partition where partmethod = 'h'`.execute(db);
  if ((groups[0]?.groups ?? 0) > 1)
    faults.push('The tables of a campaign do not lie together (several colocation groups).');
  for (const { node, ok, result } of await onEachNode(db, preparedTransactions)) {
    if (!ok || result !== '0')
      faults.push(`${node}: ${ok ? `${result} prepared transactions are not finished` : result}`);
  }
  if (wrong.length > 0) return { facts, faults };
  for (const step of stepsToCluster())
    if (!(await step.isDone(db))) faults.push(`Not done: ${step.name}. Run \`npm run distribute\`.`);
  const tokens = await onEachNode(db, versionsOfTokens);
  if (new Set(tokens.map(({ result }) => result)).size > 1)
    faults.push(`The nodes have different tokens: ${tokens.map(({ node, result }) => `${node} ${result}`).join(', ')}`);
  return { facts, faults };
}

const preparedTransactions = `select count(*) from pg_prepared_xacts where database = current_database() and gid like 'citus%'`;

const versionsOfTokens = `select md5(string_agg(id::text || ' ' || version, ',' order by id)) from tokens`;

async function onEachNode(db: Kysely<unknown>, question: string) {
  const { rows } = await sql<{ node: string; ok: boolean; result: string }>`
    select n.nodename || ':' || n.nodeport as node, r.success as ok, r.result
    from run_command_on_all_nodes(${question}) r join pg_dist_node n on n.nodeid = r.nodeid order by 1`.execute(db);
  return rows;
}
