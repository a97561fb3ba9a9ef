/** The connection to PostgreSQL: one pool for each process, typed for the configuration tables only. */
import type { Socket } from 'node:net';
import { isNativeError } from 'node:util/types';
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { refuse } from '../problem/problem.ts';
import { CitusDialect, UnconfirmedCommitError } from './citus-dialect.ts';
import type { Layout } from './distribution.ts';
import { PreparingClient } from './prepared.ts';
import type { ConfigTables } from './tables.ts';
import { codeOf } from './try-again.ts';

export type Database = Kysely<ConfigTables>;
export type DatabaseTransaction = Transaction<ConfigTables>;

/** Dates stay text, because a `Date` would shift them by a time zone. Timestamps become `Date`. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === 1082) return (text: string) => text;
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

/** Members of a client that pg does not describe: the statement that it runs, and its connection. */
type PoolClient = pg.PoolClient &
  pg.Client & { readonly _activeQuery?: unknown; readonly connection: { readonly stream: Socket } };

export interface Connection {
  readonly db: Database;
  readonly pool: pg.Pool;
  readonly url: string;
  close(): Promise<void>;
}

/**
 * `connect({ url, connections: 10, onError })`: a pool that gives up on an unreachable database after two seconds, and on a
 * statement after ten, so that a slow database never piles up requests without bound.
 */
export function connect(options: {
  url: string;
  /** `single` by default. Statements take a form for it: see `leads/store/split-writes`. */
  layout?: Layout;
  connections: number;
  onError: (error: Error) => void;
  /** How long a request waits for a connection. Two seconds by default. */
  connectWithinMs?: number;
}): Connection {
  const pool = new pg.Pool({
    Client: PreparingClient,
    connectionString: options.url,
    max: options.connections,
    connectionTimeoutMillis: options.connectWithinMs ?? 2_000,
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 15_000,
    idleTimeoutMillis: 30_000,
    types: types as pg.CustomTypesConfig,
    // Statements take milliseconds here. The planner's guesses would make PostgreSQL compile some of them, which takes a
    // hundred.
    // `set local` reaches every node of a cluster only with the second setting.
    onConnect: (client) =>
      client.query(
        options.layout === 'distributed'
          ? `set jit = off; set citus.propagate_set_commands = 'local'`
          : 'set jit = off',
      ),
    application_name: 'leadspec',
  });
  pool.on('error', options.onError);
  // The pool handles errors of a connection only while the connection is idle. Without this, a connection that is lost between
  // two statements of a transaction would end the process. Its next statement fails anyway, so the caller learns of it.
  pool.on('connect', (client) => client.on('error', options.onError));
  // pg returns such a connection to the pool while its statement still runs. The next user would have to wait for it.
  pool.on('release', (_error, client) => {
    if ((client as PoolClient)._activeQuery) void (client as PoolClient).end();
  });
  const watch = endHangingStatements(pool);
  const dialect = options.layout === 'distributed' ? new CitusDialect({ pool }) : new PostgresDialect({ pool });
  const db = new Kysely<ConfigTables>({ dialect });
  return { db, pool, url: options.url, close: () => db.destroy().finally(() => clearInterval(watch)) };
}

/** Seconds after which a statement counts as hanging: more than PostgreSQL's own timeout. */
const hangsAfter = 12;

/**
 * Ends a connection whose statement hangs, for a server that does not keep its own timeout, for example because its machine hangs. It
 * looks at each connection once a second. (`query_timeout` of pg sets a timer for each statement.)
 */
function endHangingStatements(pool: pg.Pool): NodeJS.Timeout {
  const seen = new Map<PoolClient, { statement: unknown; looks: number }>();
  pool.on('connect', (client) => seen.set(client as PoolClient, { statement: undefined, looks: 0 }));
  pool.on('remove', (client) => seen.delete(client as PoolClient));
  return setInterval(() => {
    for (const [client, known] of seen) {
      const statement = client._activeQuery;
      const looks = statement && statement === known.statement ? known.looks + 1 : 0;
      if (looks > hangsAfter) client.connection.stream.destroy(new Error('Query read timeout'));
      seen.set(client, { statement, looks });
    }
  }, 1_000).unref();
}

const away = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'ENOENT']);

/** How Citus reports, with codes for other errors, that it has lost a node in the middle of a statement, or that nodes are being changed. */
const lostNode =
  /^$|server closed the connection|could not (send|receive) data|no connection to the server|connection (not open|to the remote node|establishment)|failure on connection marked as essential|could not establish any connections|is a metadata node, but is out of sync/;

/** Whether the error means that the database cannot be reached, or answers too slowly, at the moment. */
export function isUnavailable(error: unknown): boolean {
  if (!isNativeError(error)) return false;
  if (error instanceof UnconfirmedCommitError) return true;
  const code = codeOf(error);
  // 08: connection exception; 57P: shut down, crashed or starting; 57014: cancelled by statement_timeout;
  // 53: out of connections, memory or disk; 25P03: idle in transaction for too long; 55P03: waited too long for a lock;
  // 25006: read-only, such as a replica; 40P01 and 40001: a conflict with other transactions, several times in a row.
  if (/^(08...|57P0.|57014|53...|25P03|55P03|25006|40P01|40001)$/.test(code) || away.has(code)) return true;
  if (/^(XX000|55000)$/.test(code) && lostNode.test(error.message)) return true;
  return /Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/.test(
    error.message,
  );
}

/** Whether the statement waited for a lock for longer than `lock_timeout` (55P03). */
export const isLockTimeout = (error: unknown): boolean => codeOf(error) === '55P03';

/** The problem for a client while the database is unavailable: 503, to be repeated in a second. */
export function unavailable(cause: unknown): Error {
  const detail =
    cause instanceof UnconfirmedCommitError
      ? 'The change was made, but a part of the database has not confirmed it yet. Until it does, some requests may still be answered as before the change. Repeat this request: it succeeds once the change holds everywhere.'
      : 'The database cannot be reached at the moment. If this request writes, its outcome is unknown: repeat it with the same `Idempotency-Key`, or look before you repeat it.';
  return refuse('unavailable', detail, { headers: { 'Retry-After': '1' }, cause });
}

/** Whether the database accepts writes. A replica does not, and neither does a database that was made read-only. */
export async function isWritable(db: Database): Promise<boolean> {
  const { rows } = await sql<{ writable: boolean }>`
    select current_setting('transaction_read_only') = 'off' as writable`.execute(db);
  return rows[0]?.writable === true;
}

/** The time by the database's clock, as PostgreSQL writes it. On a cluster, no change of a table may read the clock itself. */
export async function readClock(db: Database | DatabaseTransaction): Promise<string> {
  const { rows } = await sql<{ now: string }>`select clock_timestamp()::text as now`.execute(db);
  return rows[0]?.now ?? '';
}
