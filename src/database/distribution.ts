/**
 * Where each table lies on a Citus cluster, and the steps that bring it there. A campaign's rows lie together on one node, so that each
 * statement on leads, and each change of a definition, is one node's work and one commit. Tokens lie on every node, because each
 * statement compares them (see `leads/store/guard`).
 */
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { DatabaseStartError } from './start-error.ts';

/**
 * `campaign`: distributed by `campaign_id`, beside the other tables of the campaign. `everywhere`: a reference table, which every node
 * has whole. `here`: on the coordinator alone.
 */
export type Place = 'campaign' | 'everywhere' | 'here';

/** Every table of the schema. A table of a foreign key stands before the tables that refer to it. */
export const places = {
  accounts: 'everywhere',
  members: 'everywhere',
  data_keys: 'everywhere',
  campaigns: 'everywhere',
  tokens: 'everywhere',
  token_credentials: 'everywhere',
  campaign_heads: 'campaign',
  leads: 'campaign',
  lead_events: 'campaign',
  lead_claims: 'campaign',
  feed_heads: 'campaign',
  idempotency_records: 'campaign',
  token_requests: 'campaign',
  fields: 'campaign',
  selects: 'campaign',
  options: 'campaign',
  statuses: 'campaign',
  filters: 'campaign',
  revisions: 'campaign',
  key_columns: 'campaign',
  duplicate_rules: 'campaign',
  announced_changes: 'campaign',
  token_documents: 'campaign',
  document_changes: 'campaign',
  account_logos: 'here',
  invitations: 'here',
  sessions: 'here',
  sign_in_attempts: 'here',
  rate_shares: 'here',
  leases: 'here',
  audit_log: 'here',
  token_standings: 'here',
  token_usage: 'here',
} as const satisfies Readonly<Record<string, Place>>;

/** The tables that every other table of a campaign lies beside. */
const first = 'campaign_heads';

/** Foreign keys between two distributed tables: each is dropped before its tables are distributed, and added afterwards. */
export const foreignKeysAmong = [
  {
    table: 'options',
    name: 'options_campaign_id_select_key_fkey',
    definition: 'foreign key (campaign_id, select_key) references selects (campaign_id, key)',
  },
] as const satisfies readonly ForeignKey[];

interface ForeignKey {
  readonly table: TableName;
  readonly name: string;
  readonly definition: string;
}

/**
 * `single`: one PostgreSQL. `distributed`: Citus, with every table in its place. `partly`: some tables are not in their places, because
 * `npm run distribute` was stopped half-way.
 */
export type Layout = 'single' | 'partly' | 'distributed';

/** The layout of a migrated database. Throws {@link DatabaseStartError} if it is `partly`. */
export async function layoutOf(url: string): Promise<Layout> {
  const layout = await withOneConnection(url, 'leadspec layout', readLayout);
  if (layout === 'partly')
    throw new DatabaseStartError(
      'Some tables of the database are distributed by Citus, and others are not yet. Run `npm run distribute` again.',
    );
  return layout;
}

/** Runs `run` on a connection of its own, which is closed afterwards. `name`: its application name. */
export async function withOneConnection<T>(
  url: string,
  name: string,
  run: (db: Kysely<unknown>) => Promise<T>,
): Promise<T> {
  const pool = new pg.Pool({ connectionString: url, max: 1, application_name: name });
  pool.on('error', () => undefined);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    return await run(db);
  } finally {
    await db.destroy();
  }
}

export async function readLayout(db: Kysely<unknown>): Promise<Layout> {
  const { rows } = await sql<{ known: boolean }>`select to_regclass('pg_dist_partition') is not null as known`.execute(
    db,
  );
  if (!rows[0]?.known) return 'single';
  const placed = await placesOf(db);
  if ([...placed.values()].every((place) => place === 'here')) return 'single';
  return misplaced(placed).length === 0 ? 'distributed' : 'partly';
}

/** The place of each table that exists. Citus must be installed. */
export async function placesOf(db: Kysely<unknown>): Promise<ReadonlyMap<string, Place>> {
  const { rows } = await sql<{ name: string; place: Place }>`
    select c.relname as name, case when p.partmethod = 'h' then 'campaign' when p.repmodel = 't' then 'everywhere' else 'here' end as place
    from pg_class c left join pg_dist_partition p on p.logicalrelid = c.oid
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname = any(${Object.keys(places)}::text[])`.execute(
    db,
  );
  return new Map(rows.map(({ name, place }) => [name, place]));
}

/** The tables that exist and are not in their places. */
export const misplaced = (placed: ReadonlyMap<string, Place>): readonly TableName[] =>
  tables.filter((table) => placed.has(table) && placed.get(table) !== places[table]);

type TableName = keyof typeof places;

const tables = Object.keys(places) as TableName[];

export interface Step {
  /** A few words that say what the step does. */
  readonly name: string;
  isDone(db: Kysely<unknown>): Promise<boolean>;
  run(db: Kysely<unknown>): Promise<unknown>;
}

/**
 * The steps from one PostgreSQL to the layout of a cluster, in their order. Each is a transaction of its own, and is skipped when it was
 * done before.
 */
export function stepsToCluster(shards = 32): readonly Step[] {
  const moved = tables.filter((table) => places[table] !== 'here');
  return [
    ...foreignKeysAmong.map(dropForeignKey),
    ...moved.map((table) => placeTable(table, shards)),
    ...foreignKeysAmong.map(addForeignKey),
    indexKeysByCampaign,
  ];
}

/** Takes the steps that were not taken before. Returns how many. */
export async function takeSteps(
  db: Kysely<unknown>,
  steps: readonly Step[],
  onStep: (name: string) => void = () => undefined,
): Promise<number> {
  let taken = 0;
  for (const step of steps) {
    if (await step.isDone(db)) continue;
    onStep(step.name);
    await step.run(db);
    taken += 1;
  }
  return taken;
}

const isInPlace = async (db: Kysely<unknown>, table: TableName) => (await placesOf(db)).get(table) === places[table];

function placeTable(table: TableName, shards: number): Step {
  const isEverywhere = places[table] === 'everywhere';
  const isFirst = table === first;
  return {
    name: isEverywhere ? `Copy ${table} to every node` : `Distribute ${table} by campaign`,
    async isDone(db) {
      const place = (await placesOf(db)).get(table);
      // A table that a later migration makes is placed after that migration.
      return place === undefined || place === places[table];
    },
    run(db) {
      if (isEverywhere) return sql`select create_reference_table(${table})`.execute(db);
      const beside = sql`colocate_with => ${isFirst ? 'none' : first}`;
      const parts = isFirst ? sql`, shard_count => ${sql.lit(shards)}` : sql``;
      return sql`select create_distributed_table(${table}, 'campaign_id', ${beside}${parts})`.execute(db);
    },
  };
}

const dropForeignKey = ({ table, name }: ForeignKey): Step => ({
  name: `Drop the foreign key ${name}, until its tables are distributed`,
  isDone: async (db) => (await isInPlace(db, table)) || !(await hasConstraint(db, table, name)),
  run: (db) => sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(db),
});

const addForeignKey = ({ table, name, definition }: ForeignKey): Step => ({
  name: `Add the foreign key ${name} again`,
  isDone: (db) => hasConstraint(db, table, name),
  run: (db) => sql`alter table ${sql.table(table)} add constraint ${sql.ref(name)} ${sql.raw(definition)}`.execute(db),
});

async function hasConstraint(db: Kysely<unknown>, table: TableName, name: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from pg_constraint where conname = ${name} and conrelid = ${table}::regclass`.execute(db);
  return rows.length > 0;
}

/**
 * The statements of a cluster look up equal leads by campaign and keys. With both in one index, the planner does not go through the
 * campaign instead. The index of keys alone is then of no use.
 */
const indexKeysByCampaign: Step = {
  name: 'Index the keys of the duplicate check by campaign',
  async isDone(db) {
    const { rows } = await sql<{ index: string | null }>`
      select to_regclass('leads_campaign_match_keys')::text as index`.execute(db);
    return rows[0]?.index != null;
  },
  async run(db) {
    // Citus passes the command on even if there is nothing to do, and then it needs the owner of the extension.
    const { rows } = await sql`select 1 from pg_extension where extname = 'btree_gin'`.execute(db);
    if (rows.length === 0) await sql`create extension btree_gin`.execute(db);
    await sql`
      create index leads_campaign_match_keys on leads using gin (campaign_id, match_keys jsonb_path_ops) with (fastupdate = off)
      where match_keys is not null`.execute(db);
    await sql`drop index if exists leads_match_keys`.execute(db);
  },
};
