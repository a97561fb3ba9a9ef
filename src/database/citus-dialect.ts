/**
 * Kysely's dialect for a database that is distributed by Citus. It differs in one thing: a commit on several nodes is answered only when
 * every node has it.
 *
 * Citus commits on several nodes in two phases. If the connection to a node is lost in the second phase, Citus reports success, and that
 * node applies the commit up to a minute later. Until then a token that was revoked would still work there. So after such a commit
 * every node is asked for its prepared transactions, and Citus ends them.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresAdapter,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type QueryExecutorProvider,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import { type Place, places } from './distribution.ts';

/** Thrown when a node does not confirm a commit in time. The commit stands, and the node applies it later. */
export class UnconfirmedCommitError extends Error {
  constructor() {
    super('a node of the database has not confirmed a commit');
    this.name = 'UnconfirmedCommitError';
  }
}

/** Milliseconds after which a commit that a node does not confirm is given up. */
const confirmWithinMs = 5_000;

export class CitusDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createAdapter() {
    return new CitusAdapter();
  }

  override createDriver(): Driver {
    return new CitusDriver(new PostgresDriver(this.#config));
  }
}

class CitusAdapter extends PostgresAdapter {}

/** Whether the statements of this connection, or transaction, run on a database that is distributed by Citus. */
export const isDistributed = (db: QueryExecutorProvider): boolean => db.getExecutor().adapter instanceof CitusAdapter;

class CitusDriver implements Driver {
  readonly #driver: Driver;
  readonly #connections = new WeakMap<DatabaseConnection, CitusConnection>();

  constructor(driver: Driver) {
    this.#driver = driver;
  }

  init: Driver['init'] = (...args) => this.#driver.init(...args);

  destroy: Driver['destroy'] = (...args) => this.#driver.destroy(...args);

  async acquireConnection(...args: Parameters<Driver['acquireConnection']>): Promise<DatabaseConnection> {
    const inner = await this.#driver.acquireConnection(...args);
    const known = this.#connections.get(inner) ?? new CitusConnection(inner);
    this.#connections.set(inner, known);
    return known;
  }

  releaseConnection(connection: CitusConnection): Promise<void> {
    return this.#driver.releaseConnection(connection.inner);
  }

  async beginTransaction(connection: CitusConnection, settings: TransactionSettings): Promise<void> {
    connection.begin();
    await this.#driver.beginTransaction(connection.inner, settings);
  }

  async commitTransaction(connection: CitusConnection): Promise<void> {
    const isOfSeveralNodes = connection.end();
    await this.#driver.commitTransaction(connection.inner);
    if (isOfSeveralNodes) await confirm(connection.inner, ofThis);
  }

  async rollbackTransaction(connection: CitusConnection): Promise<void> {
    connection.end();
    await this.#driver.rollbackTransaction(connection.inner);
  }
}

/** A connection that notes which tables the current transaction writes. */
class CitusConnection implements DatabaseConnection {
  readonly inner: DatabaseConnection;
  /** Undefined outside of a transaction. */
  #written: Set<Place> | undefined;

  constructor(inner: DatabaseConnection) {
    this.inner = inner;
  }

  begin(): void {
    this.#written = new Set();
  }

  /** Returns whether the transaction wrote on several nodes. */
  end(): boolean {
    const written = this.#written ?? new Set();
    this.#written = undefined;
    return isOnSeveralNodes(written);
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const written = placesWritten(query.sql);
    for (const place of written) this.#written?.add(place);
    const result = await this.inner.executeQuery<Row>(query);
    if (!this.#written && isOnSeveralNodes(written)) await confirm(this.inner, ofThis);
    return result;
  }

  streamQuery<Row>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.inner.streamQuery<Row>(query, chunkSize);
  }
}

/** The rows of one campaign lie on one node. */
const isOnSeveralNodes = (written: ReadonlySet<Place>): boolean => written.has('everywhere') || written.size > 1;

const placeOf: ReadonlyMap<string, Place> = new Map(Object.entries(places));
const seen = new Map<string, ReadonlySet<Place>>();
const mostSeen = 1_000;

/** The places of the tables that a statement writes. */
function placesWritten(text: string): ReadonlySet<Place> {
  const known = seen.get(text);
  if (known) return known;
  const written = new Set<Place>();
  for (const [, table = ''] of text.matchAll(/\b(?:insert\s+into|update|delete\s+from)\s+"?(\w+)/gi)) {
    const place = placeOf.get(table);
    if (place) written.add(place);
  }
  if (seen.size < mostSeen) seen.set(text, written);
  return written;
}

/**
 * Resolves when every node has applied the commits that were made until now. Does nothing on one PostgreSQL. Throws
 * {@link UnconfirmedCommitError}.
 */
export async function confirmCommits(db: QueryExecutorProvider): Promise<void> {
  if (!isDistributed(db)) return;
  await db.getExecutor().provideConnection((connection) => confirm(connection, ofAll));
}

/**
 * The commits that nodes have not applied. Citus notes each prepared transaction in `pg_dist_transaction`, by node, together with the
 * commit; it is named `citus_{group}_{backend}_{transaction}_{connection}`. Only the nodes that are noted are asked, and one that does not
 * answer may not have applied its commits.
 */
const unapplied = (ofInterest: string) =>
  CompiledQuery.raw(`
  with noted as materialized (
    select t.gid, n.nodename, n.nodeport from pg_dist_transaction t join pg_dist_node n on n.groupid = t.groupid and n.noderole = 'primary'
    where ${ofInterest}),
  nodes as (select distinct nodename, nodeport from noted),
  asked as (
    select r.* from (
      select array_agg(nodename) as names, array_agg(nodeport) as ports, array_agg(
        $$select coalesce(string_agg(gid, ' '), '') from pg_prepared_xacts where database = current_database()$$::text) as questions
      from nodes) n, master_run_on_worker(n.names, n.ports, n.questions, true) r)
  select n.gid from noted n join asked a on a.node_name = n.nodename and a.node_port = n.nodeport
  where not a.success or n.gid = any(string_to_array(a.result, ' '))`);

const ofAll = unapplied('true');

/** The last transaction of this connection. */
const ofThis = unapplied(`t.gid ~ format('^citus_%s_%s_', (select groupid from pg_dist_local_group), pg_backend_pid())
      and split_part(t.gid, '_', 4)::bigint = (
        select max(split_part(l.gid, '_', 4)::bigint) from pg_dist_transaction l
        where l.gid ~ format('^citus_%s_%s_', (select groupid from pg_dist_local_group), pg_backend_pid()))`);

async function confirm(connection: DatabaseConnection, question: CompiledQuery): Promise<void> {
  const deadline = performance.now() + confirmWithinMs;
  const first = await namesOf(connection, question);
  for (let left = first; left.some((name) => first.includes(name)); left = await namesOf(connection, question)) {
    if (performance.now() > deadline) throw new UnconfirmedCommitError();
    await connection.executeQuery(CompiledQuery.raw('select recover_prepared_transactions()')).catch(() => undefined);
    await sleep(20);
  }
}

async function namesOf(connection: DatabaseConnection, question: CompiledQuery): Promise<readonly string[]> {
  const { rows } = await connection.executeQuery<{ gid: string }>(question);
  return rows.map(({ gid }) => gid);
}
