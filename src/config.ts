/**
 * The settings. This is the only file that reads the environment. It reads, checks and explains each setting once, at the
 * start. A wrong setting stops the start with a sentence that names the setting.
 */
import { createHash } from 'node:crypto';
import { isAbsolute, resolve } from 'node:path';

export interface Config {
  readonly port: number;
  readonly host: string;
  /** The origin under which clients reach the service, without a trailing slash. */
  readonly publicUrl: string;
  /** Absent: an embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  /** Sealing keys of 32 bytes, newest first. Absent with the embedded database, whose first start creates one. */
  readonly secretKeys: readonly Buffer[] | undefined;
  readonly admin: { readonly email: string | undefined; readonly password: string | undefined };
  readonly demo: boolean;
  readonly eventRetentionDays: number;
  readonly workers: number;
  readonly metricsPort: number | undefined;
  /** Express's `trust proxy`: `false`, a number of hops, or addresses. */
  readonly trustProxy: boolean | number | string;
  /** Milliseconds for which a stopping process still accepts connections. */
  readonly lingerMs: number;
  readonly logLevel: string;
  /** Connections to the database, per process. */
  readonly databaseConnections: number;
}

/** The meaning of each setting, for the README and for error messages. */
export const settings = {
  PORT: 'port to listen on (3000)',
  HOST: 'address to listen on (127.0.0.1; 0.0.0.0 for all)',
  PUBLIC_URL: 'origin under which clients reach the service (http://127.0.0.1:{PORT})',
  DATABASE_URL: 'PostgreSQL 15 or newer; absent: an embedded PostgreSQL in LEADSPEC_DATA_DIR',
  LEADSPEC_DATA_DIR:
    'directory of the embedded database and its keys, and of the secrets that a start may not print (./data)',
  LEADSPEC_SECRET_KEYS:
    'sealing keys, newest first, separated by commas, each of at least 32 characters; required with DATABASE_URL',
  LEADSPEC_ADMIN_EMAIL: 'e-mail address of the first owner, made if there is no owner (owner@example.com)',
  LEADSPEC_ADMIN_PASSWORD:
    'password of the first owner, at least 10 characters; absent: a random one is shown once on a terminal, or else written to the file owner-password in LEADSPEC_DATA_DIR',
  LEADSPEC_DEMO: '1: a demo account on a new embedded database; 0: no demo (1)',
  LEADSPEC_EVENT_RETENTION_DAYS: 'days for which events of leads are kept (90)',
  WORKERS: 'processes that serve requests (1)',
  METRICS_PORT: 'port of /metrics; absent: no metrics',
  TRUST_PROXY: 'proxies in front: a number of hops, or addresses separated by commas (0)',
  LEADSPEC_LINGER_SECONDS:
    'seconds for which a stopping process still accepts connections, so that balancers notice (2)',
  LOG_LEVEL: 'trace, debug, info, warn, error or silent (info)',
  DATABASE_CONNECTIONS: 'connections to the database for each process (10)',
} as const;

type Setting = keyof typeof settings;
type Environment = Readonly<Record<string, string | undefined>>;

export class ConfigError extends Error {
  constructor(setting: Setting, why: string) {
    super(`${setting} ${why}. It is: ${settings[setting]}.`);
    this.name = 'ConfigError';
  }
}

/** Reads and checks all settings. Throws {@link ConfigError}. */
export function readConfig(environment: Environment = process.env): Config {
  const text = (name: Setting): string | undefined => environment[name]?.trim() || undefined;
  const whole = (name: Setting, low: number, high: number): number | undefined => {
    const value = text(name);
    if (value === undefined) return undefined;
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < low || number > high) {
      throw new ConfigError(name, `is "${value}" but must be a whole number from ${low} to ${high}`);
    }
    return number;
  };
  const port = whole('PORT', 0, 65535) ?? 3000;
  const databaseUrl = url('DATABASE_URL', text('DATABASE_URL'), ['postgres:', 'postgresql:']);
  const dataDir = text('LEADSPEC_DATA_DIR') ?? './data';
  const secretKeys = text('LEADSPEC_SECRET_KEYS')?.split(',').map(sealingKey);
  if (databaseUrl !== undefined && secretKeys === undefined) {
    throw new ConfigError('LEADSPEC_SECRET_KEYS', 'is missing, and DATABASE_URL is set');
  }
  const publicUrl = url('PUBLIC_URL', text('PUBLIC_URL'), ['http:', 'https:']) ?? `http://127.0.0.1:${port}`;
  if (new URL(publicUrl).pathname !== '/') throw new ConfigError('PUBLIC_URL', 'must not have a path');
  return {
    port,
    host: text('HOST') ?? '127.0.0.1',
    publicUrl: publicUrl.replace(/\/+$/, ''),
    databaseUrl,
    dataDir: isAbsolute(dataDir) ? dataDir : resolve(dataDir),
    secretKeys,
    admin: {
      email: adminEmail(text('LEADSPEC_ADMIN_EMAIL')),
      password: adminPassword(environment.LEADSPEC_ADMIN_PASSWORD),
    },
    demo: databaseUrl === undefined && (choice('LEADSPEC_DEMO', text('LEADSPEC_DEMO'), ['0', '1']) ?? '1') === '1',
    eventRetentionDays: whole('LEADSPEC_EVENT_RETENTION_DAYS', 1, 36500) ?? 90,
    workers: whole('WORKERS', 1, 256) ?? 1,
    metricsPort: whole('METRICS_PORT', 0, 65535),
    trustProxy: trustProxy(text('TRUST_PROXY')),
    lingerMs: 1_000 * (whole('LEADSPEC_LINGER_SECONDS', 0, 300) ?? 2),
    logLevel: choice('LOG_LEVEL', text('LOG_LEVEL'), ['trace', 'debug', 'info', 'warn', 'error', 'silent']) ?? 'info',
    databaseConnections: whole('DATABASE_CONNECTIONS', 1, 1000) ?? 10,
  };
}

/** Turns a sealing key of at least 32 characters into the 32 bytes that AES-256 needs. */
export function sealingKey(text: string): Buffer {
  const key = text.trim();
  if (key.length < 32) throw new ConfigError('LEADSPEC_SECRET_KEYS', 'has a key of fewer than 32 characters');
  return createHash('sha256').update(key, 'utf8').digest();
}

function url(name: Setting, value: string | undefined, protocols: readonly string[]): string | undefined {
  if (value === undefined) return undefined;
  const parsed = URL.canParse(value) ? new URL(value) : undefined;
  // The value may contain a password, so the message never repeats it.
  if (!parsed || !protocols.includes(parsed.protocol)) {
    throw new ConfigError(name, `must be an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`);
  }
  return value;
}

function choice(name: Setting, value: string | undefined, choices: readonly string[]): string | undefined {
  if (value !== undefined && !choices.includes(value)) {
    throw new ConfigError(name, `is "${value}" but must be one of ${choices.join(', ')}`);
  }
  return value;
}

function adminEmail(value: string | undefined): string | undefined {
  if (value !== undefined && !/^[^\s@]+@[^\s@]+$/.test(value))
    throw new ConfigError('LEADSPEC_ADMIN_EMAIL', 'is not an e-mail address');
  return value;
}

function adminPassword(value: string | undefined): string | undefined {
  if (value !== undefined && value !== '' && value.length < 10) {
    throw new ConfigError('LEADSPEC_ADMIN_PASSWORD', 'has fewer than 10 characters');
  }
  return value || undefined;
}

function trustProxy(value: string | undefined): boolean | number | string {
  if (value === undefined || value === '0' || value === 'false') return false;
  if (value === 'true')
    throw new ConfigError('TRUST_PROXY', 'cannot be "true": every client could then choose its address');
  return /^\d+$/.test(value) ? Number(value) : value;
}
