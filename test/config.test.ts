/** Every setting: a bad value stops the start with a sentence that names the setting; a missing one has its default. */
import { expect, test } from '@jest/globals';
import { ConfigError, readConfig, sealingKey, settings } from '../src/config.ts';

const key = 'k'.repeat(32);

const bad: readonly [keyof typeof settings, Record<string, string>, RegExp][] = [
  ['PORT', { PORT: '80a' }, /whole number from 0 to 65535/],
  ['PORT', { PORT: '65536' }, /whole number/],
  ['PORT', { PORT: '-1' }, /whole number/],
  ['PUBLIC_URL', { PUBLIC_URL: 'leads.example.com' }, /http:\/\/ or https:\/\//],
  ['PUBLIC_URL', { PUBLIC_URL: 'https://example.com/leads' }, /must not have a path/],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/leads' }, /postgres:\/\/ or postgresql:\/\//],
  ['LEADSPEC_SECRET_KEYS', { DATABASE_URL: 'postgres://localhost/leads' }, /is missing, and DATABASE_URL is set/],
  ['LEADSPEC_SECRET_KEYS', { LEADSPEC_SECRET_KEYS: `${key},short` }, /fewer than 32 characters/],
  ['LEADSPEC_ADMIN_EMAIL', { LEADSPEC_ADMIN_EMAIL: 'owner' }, /not an e-mail address/],
  ['LEADSPEC_ADMIN_PASSWORD', { LEADSPEC_ADMIN_PASSWORD: 'hunter2' }, /fewer than 10 characters/],
  ['LEADSPEC_DEMO', { LEADSPEC_DEMO: 'yes' }, /one of 0, 1/],
  ['LEADSPEC_EVENT_RETENTION_DAYS', { LEADSPEC_EVENT_RETENTION_DAYS: '0' }, /from 1 to 36500/],
  ['LEADSPEC_LINGER_SECONDS', { LEADSPEC_LINGER_SECONDS: '2s' }, /from 0 to 300/],
  ['WORKERS', { WORKERS: '0' }, /from 1 to 256/],
  ['WORKERS', { WORKERS: '1.5' }, /whole number/],
  ['METRICS_PORT', { METRICS_PORT: 'yes' }, /whole number/],
  ['TRUST_PROXY', { TRUST_PROXY: 'true' }, /cannot be "true"/],
  ['LOG_LEVEL', { LOG_LEVEL: 'loud' }, /one of trace, debug, info/],
  ['DATABASE_CONNECTIONS', { DATABASE_CONNECTIONS: '0' }, /from 1 to 1000/],
];

test.each(bad)('%s with a bad value is named: %j', (setting, environment, why) => {
  const read = () => readConfig(environment);
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(new RegExp(`^${setting} `));
  expect(read).toThrow(why);
  expect(read).toThrow(settings[setting]);
});

test('every setting has a bad value above, unless it accepts any text', () => {
  const tried = new Set<string>(bad.map(([setting]) => setting));
  const untried = Object.keys(settings).filter((setting) => !tried.has(setting));
  expect(untried.sort()).toEqual(['HOST', 'LEADSPEC_DATA_DIR']);
});

test('a bad DATABASE_URL, key or password is never repeated in the message', () => {
  for (const environment of [
    { DATABASE_URL: 'mysql://owner:s3cr3t-w0rd@localhost/leads' },
    { LEADSPEC_SECRET_KEYS: 's3cr3t-w0rd' },
    { LEADSPEC_ADMIN_PASSWORD: 's3cr3t' },
  ]) {
    expect(() => readConfig(environment)).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('s3cr3t') }),
    );
  }
});

test('an empty environment gives a local service with an embedded database and a demo', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    publicUrl: 'http://127.0.0.1:3000',
    databaseUrl: undefined,
    dataDir: expect.stringMatching(/\/data$/),
    secretKeys: undefined,
    demo: true,
    eventRetentionDays: 90,
    workers: 1,
    metricsPort: undefined,
    trustProxy: false,
    logLevel: 'info',
  });
});

test('an empty or blank value counts as absent', () => {
  expect(readConfig({ PORT: '', HOST: '  ', LEADSPEC_ADMIN_PASSWORD: '' })).toMatchObject(readConfig({}));
});

test('a service with its own database makes no demo', () => {
  const config = readConfig({
    DATABASE_URL: 'postgres://localhost/leads',
    LEADSPEC_SECRET_KEYS: key,
    LEADSPEC_DEMO: '1',
  });
  expect(config.demo).toBe(false);
});

test('sealing keys are read newest first, each as 32 bytes', () => {
  const config = readConfig({ LEADSPEC_SECRET_KEYS: `${key}, ${'o'.repeat(40)}` });
  expect(config.secretKeys).toEqual([sealingKey(key), sealingKey('o'.repeat(40))]);
  expect(config.secretKeys?.map((bytes) => bytes.length)).toEqual([32, 32]);
});

test('a trailing slash of PUBLIC_URL is dropped, and hops before the service are counted', () => {
  const config = readConfig({ PUBLIC_URL: 'https://leads.example.com/', TRUST_PROXY: '2' });
  expect([config.publicUrl, config.trustProxy]).toEqual(['https://leads.example.com', 2]);
});
