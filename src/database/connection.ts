/** The connection to PostgreSQL: one pool a process, typed for the configuration tables alone. */
import { isNativeError } from 'node:util/types';
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { refuse } from '../problem/problem.ts';
import { PreparingClient } from './prepared.ts';
import type { ConfigTables } from './tables.ts';

export type Database = Kysely<ConfigTables>;
export type DatabaseTransaction = Transaction<ConfigTables>;

/** Times are kept as PostgreSQL's text would be ambiguous: dates stay text, timestamps become `Date`. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === 1082) return (text: string) => text;
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

export interface Connection {
  readonly db: Database;
  readonly pool: pg.Pool;
  readonly url: string;
  close(): Promise<void>;
}

/**
 * `connect({ url, connections: 10, onError })`: a pool that gives up on an unreachable database after two seconds and on
 * a statement after ten, so that a slow database never piles requests up without bound.
 */
export function connect(options: {
  url: string;
  connections: number;
  onError: (error: Error) => void;
  /** How long a request waits for a connection, where not two seconds. */
  patienceMs?: number;
}): Connection {
  const pool = new pg.Pool({
    Client: PreparingClient,
    connectionString: options.url,
    max: options.connections,
    connectionTimeoutMillis: options.patienceMs ?? 2_000,
    statement_timeout: 10_000,
    // For a server that no longer keeps its own timeout, as when the machine under it hangs.
    query_timeout: 12_000,
    idle_in_transaction_session_timeout: 15_000,
    idleTimeoutMillis: 30_000,
    types: types as pg.CustomTypesConfig,
    // Statements here take milliseconds. By the planner's guesses some would first be compiled, which takes a hundred.
    onConnect: (client) => client.query('set jit = off'),
    application_name: 'leadspec',
  });
  pool.on('error', options.onError);
  // The pool listens to a connection only while nobody has it. One that is lost between two statements of a transaction
  // would end the process; its next statement fails anyway, and says so to whoever is waiting.
  pool.on('connect', (client) => client.on('error', options.onError));
  // pg gives such a connection back to the pool with its statement still running; the next to get it would wait in line.
  pool.on('release', (_error, client) => {
    if ((client as unknown as { _activeQuery: unknown })._activeQuery) void (client as pg.PoolClient & pg.Client).end();
  });
  const db = new Kysely<ConfigTables>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, url: options.url, close: () => db.destroy() };
}

const away = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'ENOENT']);

/** True for an error that says: the database cannot be reached, or answers too slowly, just now. */
export function isUnavailable(error: unknown): boolean {
  if (!isNativeError(error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // 08: connection exception; 57P: shut down, crashed or starting; 57014: cancelled by statement_timeout;
  // 53: out of connections, memory or disk; 25P03: idle in transaction for too long; 55P03: waited too long for a lock;
  // 25006: read-only, as a replica is; 40P01 and 40001: in the way of others, again and again.
  if (/^(08...|57P0.|57014|53...|25P03|55P03|25006|40P01|40001)$/.test(code) || away.has(code)) return true;
  return /Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/.test(
    error.message,
  );
}

/** The problem that a client is told when the database is away: 503, to be repeated in a second. */
export function unavailable(cause: unknown): Error {
  return refuse(
    'unavailable',
    'The database cannot be reached at the moment. If this request writes, its outcome is unknown: repeat it with the same `Idempotency-Key`, or look before you repeat it.',
    {
      headers: { 'Retry-After': '1' },
      cause,
    },
  );
}

/** Whether the database takes writes: a replica does not, nor one that was made read-only. */
export async function isWritable(db: Database): Promise<boolean> {
  const { rows } = await sql<{ writable: boolean }>`
    select current_setting('transaction_read_only') = 'off' as writable`.execute(db);
  return rows[0]?.writable === true;
}
