/** One process that answers requests: its pool, its metrics, its app, its server. The same alone and as a worker. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Registry } from 'prom-client';
import type { Config } from './config.ts';
import { connect } from './database/connection.ts';
import type { DatabaseAccess } from './database/open.ts';
import { baseDocument } from './document/base.ts';
import { createApp } from './http/app.ts';
import { createParts } from './http/parts.ts';
import { startBackground } from './http/process/background.ts';
import { createMetrics, measureProcess } from './http/process/metrics.ts';
import type { Runtime } from './http/process/runtime.ts';
import { serveHttp } from './http/process/server.ts';
import type { Logger } from './logger.ts';
import { stepsOf } from './validation/base.ts';

export interface Serving {
  readonly port: number;
  readonly metrics: Registry;
  /** Finishes running requests, then releases everything. With `linger`, still accepts new requests for a moment. */
  stop(options: { linger: boolean }): Promise<void>;
}

export async function serve(
  options: { readonly config: Config; readonly logger: Logger } & DatabaseAccess,
): Promise<Serving> {
  const { config, logger, databaseUrl, layout, secretKeys } = options;
  let stopping = false;
  const isStopping = () => stopping;
  const connection = connect({
    url: databaseUrl,
    layout,
    connections: config.databaseConnections,
    onError: (error) => logger.warn({ reason: error.message }, 'A connection to the database was lost'),
  });
  const metrics = createMetrics(connection.pool);
  measureProcess(metrics);
  const runtime: Runtime = { config, connection, secretKeys, logger, metrics, isStopping };
  const parts = createParts(runtime);
  const app = createApp(runtime, parts);
  for (const name of ['leads', 'account', 'manage'] as const) stepsOf(baseDocument(name));
  const background = startBackground(runtime, parts);
  const { host, port, publicUrl } = config;
  const server = await serveHttp({ app, host, port, publicUrl, isStopping });
  return {
    port: server.port,
    metrics,
    async stop({ linger }) {
      stopping = true;
      // Held polls have nothing left to wait for.
      parts.waits.release();
      await server.drain({ lingerMs: linger ? config.lingerMs : 0, graceMs: 16_000 });
      // A database that does not answer must not delay the end.
      const closed = background.stop().then(() => Promise.all([parts.notifications.close(), connection.close()]));
      await Promise.race([closed, sleep(1_000, undefined, { ref: false })]);
    },
  };
}
