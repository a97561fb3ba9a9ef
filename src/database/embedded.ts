/**
 * The embedded PostgreSQL: started or, where a killed Leadspec left it running, adopted; started again when it dies;
 * stopped at the end. One process at a time may hold a data directory: whoever has the advisory lock, on a connection
 * kept for life. A second one is refused with a sentence that names the directory; so is one that comes second after its
 * PostgreSQL was down.
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
/** Any number will do, as long as it never changes: processes of different versions must exclude each other. */
const lockNumber = 5_323_301;
/** So often, a second apart, the directory must be found taken before it is given up: a session that ended may linger. */
const patience = 5;

export interface EmbeddedDatabase {
  /** For the service: its role owns the database and is no superuser. */
  readonly url: string;
  /** For whoever administers the server, such as tests that make databases: as its superuser. */
  readonly adminUrl: string;
  /** True when this start made the database. */
  readonly isNew: boolean;
  stop(): Promise<void>;
}

interface Options {
  readonly dataDir: string;
  readonly logger: Logger;
  /** Connections that all processes together may open. */
  readonly connections?: number;
  /** Called when another Leadspec has taken the directory while PostgreSQL was down: there is nothing left to do here. */
  readonly onLost?: (error: DatabaseStartError) => void;
  /** PostgreSQL settings beyond ours, such as `{ fsync: 'off' }` for tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Starts the embedded database. Throws {@link DatabaseStartError} with a sentence for whoever starts the service. */
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
          if (taken === patience && options.onLost) return options.onLost(lost(options.dataDir));
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
      // The lock goes with the server, not before: nobody may adopt what is being stopped.
      await stopPostmaster(cluster, binaries, 5).catch((error: unknown) =>
        logger.error({ err: error }, 'The embedded PostgreSQL did not stop in time; the next start takes it over'),
      );
      await Promise.race([holder.client.end().catch(() => undefined), sleep(500, undefined, { ref: false })]);
    },
  };
}

const lost = (dataDir: string) =>
  new DatabaseStartError(
    `Another Leadspec has taken the data directory ${dataDir} (LEADSPEC_DATA_DIR) while PostgreSQL was down: ` +
      'this one stops. Give each a directory of its own.',
  );

interface Holder {
  readonly client: pg.Client;
  readonly at: Listening;
}

/**
 * Connects to the cluster's server, starting one if none runs, and takes the lock. With `at` the server must listen there,
 * because connection pools know it.
 */
async function hold(options: {
  cluster: Cluster;
  binaries: Binaries;
  settings: Readonly<Record<string, string>>;
  at?: Listening;
}): Promise<Holder> {
  const { cluster, binaries } = options;
  const deadline = Date.now() + 30_000;
  let lastWords = 'it does not answer';
  while (Date.now() < deadline) {
    const found = await findPostmaster(cluster);
    const at = found ?? options.at ?? (await listeningFor(cluster));
    const started = found ? undefined : await startPostmaster(cluster, binaries, { ...at, settings: options.settings });
    const failed = started?.failed.then((words) => {
      lastWords = words;
      return 'ended' as const;
    });
    const client = await connectWhenReady(cluster, at, Math.min(deadline, Date.now() + 10_000), failed);
    if (!client) {
      await sleep(100);
      continue;
    }
    if (options.at && (at.host !== options.at.host || at.port !== options.at.port)) {
      await client.end();
      // We start it where it was, so somebody else did.
      throw new DirectoryTakenError(`The PostgreSQL of ${cluster.dataDir} listens elsewhere now.`);
    }
    await takeLock(client, cluster);
    return { client, at };
  }
  throw new DatabaseStartError(
    `The embedded PostgreSQL in ${cluster.dataDir} (LEADSPEC_DATA_DIR) could not be started: ${lastWords}`,
  );
}

/** Undefined when there is nothing to connect to: it ended, or never listened, or is another cluster's server. */
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

/** A process that was just killed may hold the lock for another moment, so a second is given before the refusal. */
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

/** Makes the service's role and database where there are none; true when the database was made. */
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

/** A database from before the service had a role of its own: all that is in it becomes the service's. */
async function handOver({ host, port }: Listening, { password }: Cluster): Promise<void> {
  const client = new pg.Client({ host, port, user: role, password, database });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`alter database ${database} owner to ${serviceRole}`);
    const { rows } = await client.query<{ name: string }>(
      `select oid::regclass::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v')`,
    );
    // Indexes and sequences of a table go with it.
    for (const { name } of rows) await client.query(`alter table ${name} owner to ${serviceRole}`);
    await client.query('commit');
  } finally {
    await client.end();
  }
}
