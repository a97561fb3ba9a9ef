/** The whole app in the test's own process, on real HTTP and a real database, and a client that checks every response. */
import { createVault, type Vault } from '../../src/access/vault.ts';
import { readConfig, sealingKey } from '../../src/config.ts';
import { type Connection, connect } from '../../src/database/connection.ts';
import { freePort } from '../../src/database/postmaster.ts';
import type { publish } from '../../src/document/publish.ts';
import { createApp } from '../../src/http/app.ts';
import { createParts } from '../../src/http/parts.ts';
import { createMetrics } from '../../src/http/process/metrics.ts';
import type { Runtime } from '../../src/http/process/runtime.ts';
import { serveHttp } from '../../src/http/process/server.ts';
import type { Gates, InFlightLimits } from '../../src/limits/in-flight.ts';
import { type PerMinute, perMinute } from '../../src/limits/per-minute.ts';
import { createLogger } from '../../src/logger.ts';
import { createTestDatabase, testLayout } from './database.ts';
import { patience } from './patience.ts';

export const testKeys: readonly Buffer[] = [sealingKey('a sealing key for tests, thirty-two characters and more')];

export interface TestServer {
  readonly url: string;
  readonly databaseUrl: string;
  readonly connection: Connection;
  /** The requests in flight. */
  readonly gates: Gates;
  readonly vault: Vault;
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly publish?: typeof publish;
  readonly databaseUrl?: string;
  readonly perMinute?: PerMinute;
  readonly inFlight?: InFlightLimits;
  readonly stallTimeout?: number;
  /** Milliseconds between two looks of a held poll without notifications. */
  readonly lookEvery?: number;
}

/** A server on a new database, or on `databaseUrl` beside another server. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const database = options.databaseUrl === undefined ? await createTestDatabase() : undefined;
  const databaseUrl = options.databaseUrl ?? database?.url ?? '';
  const port = await freePort();
  const config = readConfig({
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    LEADSPEC_SECRET_KEYS: 'x'.repeat(32),
    LOG_LEVEL: 'error',
  });
  // On a busy machine many requests wait in line. Other tests, with real processes, try how a database is given up.
  const connection = connect({
    url: databaseUrl,
    layout: testLayout,
    connections: 8,
    onError: () => undefined,
    connectWithinMs: patience(60_000),
  });
  let stopping = false;
  const isStopping = () => stopping;
  const runtime: Runtime = {
    config,
    connection,
    secretKeys: testKeys,
    logger: createLogger({ level: 'error', pretty: false }),
    metrics: createMetrics(connection.pool),
    isStopping,
  };
  const parts = createParts(runtime, {
    ...(options.publish && { make: options.publish }),
    // Every test has the same address, and many tests are about refused tokens.
    perMinute: options.perMinute ?? { ...perMinute, badTokens: 1_000_000, pages: 1_000_000 },
    ...(options.inFlight && { inFlight: options.inFlight }),
    ...(options.lookEvery !== undefined && { lookEvery: options.lookEvery }),
  });
  const app = createApp(runtime, parts);
  const stalls = options.stallTimeout === undefined ? {} : { stallTimeout: options.stallTimeout };
  const server = await serveHttp({ app, host: '127.0.0.1', port, publicUrl: config.publicUrl, isStopping, ...stalls });
  return {
    url: `http://127.0.0.1:${server.port}`,
    databaseUrl,
    connection,
    gates: parts.gates,
    vault: createVault(testKeys),
    async stop() {
      stopping = true;
      parts.waits.release();
      await server.drain({ lingerMs: 0, graceMs: 5_000 });
      await parts.usage.stop();
      await parts.requests.stop();
      await parts.limiter.stop();
      await parts.notifications.close();
      await connection.close();
      await database?.drop();
    },
  };
}
