/**
 * Directus as a peer: the campaign's fields as a collection, its leads as items, and a token that sees, changes and makes only
 * the items of one vendor. Only its command line, its HTTP API and its table are used. `bench/peer.md` says how to install it.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import type { Campaign, Field, FieldType } from '../../../src/campaign/definition.ts';
import { freePort } from '../../../src/database/postmaster.ts';
import type { Place, Served } from '../place.ts';

/** `leads` keeps who changed what, which is what Directus does by default. `leads_untracked` keeps nothing of that. */
export type Collection = 'leads' | 'leads_untracked';
const collections: readonly Collection[] = ['leads', 'leads_untracked'];

const adminToken = 'a-token-of-the-admin-of-the-bench';
const vendorToken = 'a-token-of-the-vendor-of-the-bench';
const vendor = 'vendor-xyz';

export interface Directus {
  readonly served: Served;
  readonly version: string;
  /** Headers of the vendor's token. */
  readonly vendor: Readonly<Record<string, string>>;
}

/** Starts Directus from the folder where it is installed, on a database of its own with the leads of the campaign. */
export async function startDirectus(
  place: Place,
  campaign: Campaign,
  { folder, node }: { readonly folder: string; readonly node: string },
): Promise<Directus> {
  const [port, url] = [await freePort(), await place.emptyDatabase('directus')];
  const env = {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    SECRET: 'a secret for the bench of thirty-two characters and more',
    DB_CLIENT: 'pg',
    DB_CONNECTION_STRING: url,
    ADMIN_EMAIL: 'admin@example.com',
    ADMIN_PASSWORD: 'nobody signs in here',
    ADMIN_TOKEN: adminToken,
    CACHE_ENABLED: 'false',
    RATE_LIMITER_ENABLED: 'false',
    TELEMETRY: 'false',
    LOG_LEVEL: 'info',
    LOG_STYLE: 'raw',
  };
  const program = join(folder, 'node_modules/directus');
  const cli = join(program, 'cli.js');
  await promisify(execFile)(node, [cli, 'bootstrap'], { cwd: folder, env: { ...process.env, ...env } });
  const served = await place.other({ name: 'directus', port, node, args: [cli, 'start'], env, folder });

  for (const collection of collections) await makeCollection(served.origin, collection, campaign);
  await copyLeads(place, campaign, url);
  await makeVendor(served.origin);
  const { version } = JSON.parse(readFileSync(join(program, 'package.json'), 'utf8'));
  return { served, version, vendor: { authorization: `Bearer ${vendorToken}` } };
}

async function post(origin: string, path: string, body: unknown): Promise<string> {
  const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' };
  const response = await fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`POST ${path} was answered with ${response.status}: ${await response.text()}`);
  return ((await response.json()) as { data: { id: string } }).data.id;
}

function makeCollection(origin: string, collection: Collection, campaign: Campaign): Promise<string> {
  const statuses = campaign.statuses.map(({ key }) => key);
  return post(origin, '/collections', {
    collection,
    meta: { accountability: collection === 'leads' ? 'all' : null },
    schema: {},
    fields: [
      { field: 'id', type: 'uuid', meta: { special: ['uuid'] }, schema: { is_primary_key: true } },
      { field: 'external_id', type: 'string', meta: {}, schema: {} },
      {
        field: 'status',
        type: 'string',
        meta: { validation: { status: { _in: statuses } } },
        schema: { default_value: 'new', is_nullable: false },
      },
      { field: 'created_at', type: 'timestamp', meta: { special: ['date-created'] }, schema: {} },
      { field: 'updated_at', type: 'timestamp', meta: { special: ['date-updated'] }, schema: {} },
      ...campaign.fields.map((field) => asField(field, campaign)),
    ],
  });
}

const types: Readonly<Record<FieldType, string>> = {
  text: 'string',
  long_text: 'text',
  email: 'string',
  phone: 'string',
  url: 'string',
  select: 'string',
  multi_select: 'json',
  boolean: 'boolean',
  integer: 'integer',
  number: 'float',
  date: 'date',
  time: 'time',
  datetime: 'timestamp',
};

/** The campaign's field with the rules that Directus has a counterpart for. */
function asField(field: Field, { selects }: Campaign) {
  const { key, type, required, min, max, max_length: maxLength, pattern } = field;
  const choices = selects.find((select) => select.key === field.select)?.options.map(({ value }) => value);
  const rules = [
    ...(type === 'select' ? [{ _in: choices }] : []),
    ...(type === 'email' ? [{ _regex: '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$' }] : []),
    ...(type === 'url' ? [{ _regex: '^https?://' }] : []),
    ...(pattern === null ? [] : [{ _regex: pattern }]),
    ...(maxLength === null ? [] : [{ _regex: `^[\\s\\S]{0,${maxLength}}$` }]),
    ...(min === null ? [] : [{ _gte: min }]),
    ...(max === null ? [] : [{ _lte: max }]),
  ];
  return {
    field: key,
    type: types[type],
    meta: {
      required,
      ...(type === 'multi_select' && { special: ['cast-json'] }),
      ...(rules.length > 0 && { validation: { _and: rules.map((rule) => ({ [key]: rule })) } }),
    },
    schema: { is_nullable: !required },
  };
}

/** Copies the leads as they are, and makes the index that Leadspec has for the filter of a vendor. */
async function copyLeads({ connection }: Place, { id }: Campaign, url: string): Promise<void> {
  const { rows } = await connection.pool.query(
    `select jsonb_agg(values || jsonb_build_object('id', id, 'external_id', external_id, 'status', status,
      'created_at', created_at, 'updated_at', updated_at))::text as leads from leads where campaign_id = $1`,
    [id],
  );
  const client = new pg.Client(url);
  await client.connect();
  for (const collection of collections) {
    const copied = `select * from jsonb_populate_recordset(null::${collection}, $1)`;
    await client.query(`insert into ${collection} ${copied}`, [rows[0]?.leads]);
    await client.query(`create index on ${collection} (source, created_at desc)`);
    await client.query(`vacuum analyze ${collection}`);
  }
  await client.end();
}

/** A user with a token, and the policy that ties the token to the items of the vendor. */
async function makeVendor(origin: string): Promise<void> {
  const policy = await post(origin, '/policies', { name: 'Vendor XYZ', admin_access: false, app_access: false });
  const own = { source: { _eq: vendor } };
  for (const collection of collections) {
    const common = { policy, collection, fields: ['*'] };
    await post(origin, '/permissions', { ...common, action: 'read', permissions: own });
    await post(origin, '/permissions', { ...common, action: 'update', permissions: own, validation: own });
    await post(origin, '/permissions', { ...common, action: 'create', validation: own, presets: { source: vendor } });
  }
  const role = await post(origin, '/roles', { name: 'Vendor XYZ', policies: { create: [{ policy }] } });
  await post(origin, '/users', { email: 'vendor@example.com', role, token: vendorToken });
}
