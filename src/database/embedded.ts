/**
 * The embedded PostgreSQL. It is started, or adopted if a killed Leadspec left it running, started again when it dies, and
 * stopped at the end. Only one process at a time may hold a data directory: the process with the advisory lock, on a
 * connection that it keeps open. A second process is refused with a sentence that names the directory. So is a process that
 * finds its directory taken after its PostgreSQL was down.
 */
import { realpath } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '../logger.ts';
import { type Cluster, openCluster, removeHalfMade, role, serviceRole } from './cluster.ts';
import { type Binaries, findBinaries } from './postgres-binaries.ts';
import { findPostmaster, type Listening, listeningFor, startPostmaster, stopPostmaster } from './postmaster.ts';
import { DatabaseStartError, DirectoryTakenError } from './start-error.ts';

const database = 'leadspec';
/** Any number works, but it must never change, because processes of different versions must exclude each other. */
const lockNumber = 5_323_301;
/**
 * How often, a second apart, the directory must be found taken before this process gives it up. One failure is not enough,
 * because a session that has ended may linger.
 */
const attemptsWhileTaken = 5;

export interface EmbeddedDatabase {
  /** For the service: its role owns the database and is not a superuser. */
  readonly url: string;
  /** For administration, such as tests that create databases: as the superuser. */
  readonly adminUrl: string;
  /** True if this start created the database. */
  readonly isNew: boolean;
  stop(): Promise<void>;
}

interface Options {
  readonly dataDir: string;
  readonly logger: Logger;
  /** The connections that all processes together may open. */
  readonly connections?: number;
  /** Called when another Leadspec has taken the directory while PostgreSQL was down. This process must then end. */
  readonly onLost?: (error: DatabaseStartError) => void;
  /** PostgreSQL settings in addition to ours, such as `{ fsync: 'off' }` for tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Starts the embedded database. Throws {@link DatabaseStartError} with a sentence for the operator. */
export async function startEmbedded(options: Options): Promise<EmbeddedDatabase> {
  const { logger } = options;
  const binaries = await findBinaries();
  const cluster = await openCluster(options.dataDir, binaries);
  const settings = { max_connections: String(Math.max(100, (options.connections ?? 0) + 20)), ...options.settings };
  let stopping = false;
  let holder = await hold({ cluster, binaries, settings });
  const { at } = holder;
  await removeHalfMade(options.dataDir);
  const isNew = await makeDatabase(holder, cluster);
  const urlOf = (user: string) =>
    `postgres://${user}:${cluster.password}@localhost:${at.port}/${database}?host=${encodeURIComponent(at.host)}`;

  const watch = (client: pg.Client) => {
    client.once('end', async () => {
      if (stopping) return;
      logger.error('The connection that holds the embedded PostgreSQL has ended; starting it again where needed');
      for (let taken = 0; !stopping; ) {
        try {
          holder = await hold({ cluster, binaries, settings, at });
          if (stopping) await holder.client.end();
          else watch(holder.client);
          logger.info('The embedded PostgreSQL runs again');
          return;
        } catch (error) {
          taken = error instanceof DirectoryTakenError ? taken + 1 : 0;
          if (taken === attemptsWhileTaken && options.onLost) return options.onLost(directoryLost(options.dataDir));
          logger.error({ err: error }, 'The embedded PostgreSQL could not be started again; trying once more');
          await sleep(1_000, undefined, { ref: false });
        }
      }
    });
  };
  watch(holder.client);

  return {
    url: urlOf(serviceRole),
    adminUrl: urlOf(role),
    isNew,
    async stop() {
      stopping = true;
      // The lock ends with the server and not before it, so that no other process adopts a server that is being stopped.
      await stopPostmaster(cluster, binaries, 5).catch((error: unknown) =>
        logger.error({ err: error }, 'The embedded PostgreSQL did not stop in time; the next start takes it over'),
      );
      await Promise.race([holder.client.end().catch(() => undefined), sleep(500, undefined, { ref: false })]);
    },
  };
}

const directoryLost = (dataDir: string) =>
  new DatabaseStartError(
    `Another Leadspec has taken the data directory ${dataDir} (LEADSPEC_DATA_DIR) while PostgreSQL was down: ` +
      'this one stops. Give each a directory of its own.',
  );

interface Holder {
  readonly client: pg.Client;
  readonly at: Listening;
}

/**
 * Connects to the cluster's server, starting it if needed, and takes the lock. With `at`, the server must listen there,
 * because connection pools use that address.
 */
async function hold(options: {
  cluster: Cluster;
  binaries: Binaries;
  settings: Readonly<Record<string, string>>;
  at?: Listening;
}): Promise<Holder> {
  const { cluster, binaries } = options;
  const deadline = Date.now() + 30_000;
  let lastError = 'it does not answer';
  while (Date.now() < deadline) {
    const found = await findPostmaster(cluster);
    const at = found ?? options.at ?? (await listeningFor(cluster));
    const started = found ? undefined : await startPostmaster(cluster, binaries, { ...at, settings: options.settings });
    const failed = started?.failed.then((words) => {
      lastError = words;
      return 'ended' as const;
    });
    const client = await connectWhenReady(cluster, at, Math.min(deadline, Date.now() + 10_000), failed);
    if (!client) {
      await sleep(100);
      continue;
    }
    if (options.at && (at.host !== options.at.host || at.port !== options.at.port)) {
      await client.end();
      // This process starts the server where it was before, so another process has started it.
      throw new DirectoryTakenError(`The PostgreSQL of ${cluster.dataDir} listens elsewhere now.`);
    }
    await takeLock(client, cluster);
    return { client, at };
  }
  throw new DatabaseStartError(
    `The embedded PostgreSQL in ${cluster.dataDir} (LEADSPEC_DATA_DIR) could not be started: ${lastError}`,
  );
}

/** Undefined if there is nothing to connect to: the server has ended, never listened, or belongs to another cluster. */
async function connectWhenReady(
  cluster: Cluster,
  { host, port }: Listening,
  deadline: number,
  failed: Promise<'ended'> | undefined,
): Promise<pg.Client | undefined> {
  let ended = false;
  failed?.then(() => {
    ended = true;
  });
  while (!ended && Date.now() < deadline) {
    const client = new pg.Client({
      host,
      port,
      user: role,
      password: cluster.password,
      database: 'postgres',
      application_name: 'leadspec holder',
      connectionTimeoutMillis: 2_000,
      keepAlive: true,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ dir: string }>(`select current_setting('data_directory') as dir`);
      if (rows[0] && (await realpath(rows[0].dir)) === (await realpath(cluster.data))) return client;
      await client.end();
      return undefined;
    } catch {
      await client.end().catch(() => undefined);
      if (!failed && !(await findPostmaster(cluster))) return undefined;
      await sleep(30);
    }
  }
  return undefined;
}

/** A process that was just killed may hold the lock for a moment longer, so this waits up to a second before it refuses. */
async function takeLock(client: pg.Client, cluster: Cluster): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt++) {
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [lockNumber]);
    if (rows[0]?.held) return;
    await sleep(100);
  }
  await client.end();
  throw new DirectoryTakenError(
    `Another Leadspec is running on the data directory ${cluster.dataDir} (LEADSPEC_DATA_DIR). ` +
      'Stop it first, or give this one a directory of its own.',
  );
}

/** Creates the service's role and database if they do not exist. Returns whether it created the database. */
async function makeDatabase({ client, at }: Holder, cluster: Cluster): Promise<boolean> {
  const exists = async (what: string, name: string) => (await client.query(what, [name])).rowCount !== 0;
  const hasRole = await exists('select from pg_roles where rolname = $1', serviceRole);
  if (!hasRole)
    await client.query(`create role ${serviceRole} login password ${client.escapeLiteral(cluster.password)}`);
  const isNew = !(await exists('select from pg_database where datname = $1', database));
  if (isNew) await client.query(`create database ${database} owner ${serviceRole}`);
  else if (!hasRole) await handOver(at, cluster);
  return isNew;
}

/** For a database from before the service had its own role: gives everything in it to that role. */
async function handOver({ host, port }: Listening, { password }: Cluster): Promise<void> {
  const client = new pg.Client({ host, port, user: role, password, database });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`alter database ${database} owner to ${serviceRole}`);
    const { rows } = await client.query<{ name: string }>(
      `select oid::regclass::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v')`,
    );
    // The indexes and sequences of a table change their owner with it.
    for (const { name } of rows) await client.query(`alter table ${name} owner to ${serviceRole}`);
    await client.query('commit');
  } finally {
    await client.end();
  }
}
