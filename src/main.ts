/**
 * The start: settings → database → migrations → accounts → app → listen; and the end, in reverse order. An error that stops
 * the start is printed as a sentence on standard error, and the process exits with 1.
 */
import cluster from 'node:cluster';
import { AggregatorRegistry } from 'prom-client';
import { prepareAccounts } from './accounts.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { type Layout, layoutOf } from './database/distribution.ts';
import { migrate, NewerSchemaError } from './database/migrate.ts';
import { type DatabaseAccess, type OpenDatabase, openDatabase } from './database/open.ts';
import { DatabaseStartError } from './database/start-error.ts';
import { serveMetrics } from './http/process/metrics-server.ts';
import { createLogger, type Logger } from './logger.ts';
import { receiveTask, startWorkers, WorkerFailedError } from './processes.ts';
import { serve } from './serve.ts';
import { whenToldToStop } from './signals.ts';

interface Served {
  readonly port: number;
  /** Resolves when every process listens. */
  readonly listening: Promise<void>;
  stop(options: { linger: boolean }): Promise<void>;
}

async function startPrimary(config: Config, logger: Logger): Promise<void> {
  const opening = openDatabase(config, logger, giveUp);
  let serving: Served | undefined;
  // Already here, because an interrupted start must not leave PostgreSQL running either.
  whenToldToStop(config.lingerMs, async ({ linger }) => {
    logger.info('Stopping: no new requests; those under way are finished');
    await serving?.stop({ linger });
    if (config.databaseUrl === undefined) await (await opening).close();
  });
  const database = await opening;
  try {
    const ran = await migrate(database.url);
    if (ran.length > 0) logger.info({ migrations: ran }, 'The database was migrated');
    const migrated = { ...database, layout: await layoutOf(database.url) };
    // Runs here because it needs the schema, and must run once rather than in each worker.
    const start = { now: new Date(), onTerminal: process.stdout.isTTY };
    const text = await prepareAccounts(config, migrated, start);
    serving = await (config.workers > 1 ? serveByWorkers : serveAlone)(config, migrated, logger);
    await serving.listening;
    logger.info({ url: `http://${config.host}:${serving.port}` }, 'ready');
    process.stdout.write(text);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Without the database, no request can be finished. The workers end with the primary. */
function giveUp(error: DatabaseStartError): never {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

type MigratedDatabase = OpenDatabase & { readonly layout: Layout };

const taskOf = ({ url, layout, secretKeys }: MigratedDatabase): DatabaseAccess => ({
  databaseUrl: url,
  layout,
  secretKeys,
});

async function serveAlone(config: Config, database: MigratedDatabase, logger: Logger): Promise<Served> {
  const serving = await serve({ config, logger, ...taskOf(database) });
  if (config.metricsPort !== undefined) {
    const { contentType } = serving.metrics;
    await serveMetrics({
      host: config.host,
      port: config.metricsPort,
      contentType,
      read: () => serving.metrics.metrics(),
    });
  }
  return { ...serving, listening: Promise.resolve() };
}

async function serveByWorkers(config: Config, database: MigratedDatabase, logger: Logger): Promise<Served> {
  const metrics = new AggregatorRegistry();
  if (config.metricsPort !== undefined) {
    const { contentType } = metrics;
    await serveMetrics({
      host: config.host,
      port: config.metricsPort,
      contentType,
      read: () => metrics.clusterMetrics(),
    });
  }
  const workers = startWorkers(config, taskOf(database), logger);
  return { ...workers, port: config.port };
}

async function startWorker(config: Config, logger: Logger): Promise<void> {
  // Created first, because it answers when the primary asks for metrics.
  AggregatorRegistry.setRegistries([]);
  new AggregatorRegistry();
  const { promise: stopMessage, resolve: onStop } = Promise.withResolvers<{ linger: boolean }>();
  const task = await receiveTask(onStop);
  const serving = await serve({ config, logger, ...task });
  AggregatorRegistry.setRegistries([serving.metrics]);
  whenToldToStop(config.lingerMs, (options) => serving.stop(options), stopMessage);
}

try {
  const config = readConfig();
  const logger = createLogger({ level: config.logLevel, pretty: process.stdout.isTTY, gathered: true });
  await (cluster.isWorker ? startWorker(config, logger) : startPrimary(config, logger));
} catch (error) {
  const sentences = [ConfigError, NewerSchemaError, DatabaseStartError];
  if (sentences.some((kind) => error instanceof kind)) process.stderr.write(`${(error as Error).message}\n`);
  else if (!(error instanceof WorkerFailedError)) console.error(error);
  process.exit(1);
}
