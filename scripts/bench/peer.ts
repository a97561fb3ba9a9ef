/**
 * `DIRECTUS_FOLDER=/somewhere node scripts/bench/peer.ts`: the product beside Directus, on the same PostgreSQL, the same rows and
 * the same rule, in turns, in one run. `peer.md` says how to install Directus there, and what a run gave. `DIRECTUS_NODE` is
 * the Node that Directus runs on, if it is another one.
 */
import { execFileSync } from 'node:child_process';
import type { Campaign } from '../../src/campaign/definition.ts';
import { makeFilled } from './bench.ts';
import { lead, makeAccount } from './data.ts';
import { inTurns, type Load, type Measured, type Request } from './load.ts';
import { options } from './options.ts';
import { type Collection, type Directus, startDirectus } from './peer/directus.ts';
import { openPlace, type Place, type Served } from './place.ts';
import { printTable } from './report.ts';
import { type Caller, createOf, getOf, listOf, updateOf } from './requests.ts';

const { DIRECTUS_FOLDER: folder, DIRECTUS_NODE: node = process.execPath } = process.env;
if (!folder)
  throw new Error('Set DIRECTUS_FOLDER to the folder where Directus is installed: see scripts/bench/peer.md.');

type Operation = 'list 50' | 'get' | 'create' | 'update';
type Requests = Readonly<Record<Operation, Request[]>>;

interface Column {
  readonly title: string;
  readonly operation: Operation;
  readonly connections: number;
}

const columns: readonly Column[] = [
  ...(['list 50', 'get', 'create', 'update'] as const).map((operation) => ({
    title: operation,
    operation,
    connections: 16,
  })),
  // Requests that come one after the other share nothing.
  ...(['get', 'update'] as const).map((operation) => ({
    title: `${operation}, 1 connection`,
    operation,
    connections: 1,
  })),
];

const requestsOf = (caller: Caller, ids: readonly string[]): Requests => ({
  'list 50': listOf(caller),
  get: getOf(caller, ids),
  create: createOf(caller),
  update: updateOf(caller, ids),
});

/** The same requests in the form of Directus: the fields are the body, and a list names its order. */
const asItems = (requests: readonly Request[], collection: Collection, query = ''): Request[] =>
  requests.map(({ path, body, ...rest }) => ({
    ...rest,
    path: path.replace('/leads', `/${collection}`) + query,
    ...(body !== undefined && { body: JSON.stringify(JSON.parse(body).fields) }),
  }));

function itemRequests({ vendor }: Directus, ids: readonly string[], collection: Collection): Requests {
  const { 'list 50': list, get, create, update } = requestsOf({ base: '/items', headers: vendor }, ids);
  return {
    'list 50': asItems(list, collection, '?limit=50&sort=-created_at'),
    get: asItems(get, collection),
    create: asItems(create, collection),
    update: asItems(update, collection),
  };
}

/** One of the compared. */
interface Side {
  readonly name: string;
  readonly served: Served;
  readonly requests: Requests;
  /** The body with these fields. */
  readonly wrap: (fields: Readonly<Record<string, unknown>>) => unknown;
}

type Item = Readonly<Record<string, unknown>> & { readonly fields?: Readonly<Record<string, unknown>> };

interface Answer {
  readonly asked: string;
  readonly status: number;
  readonly bytes: number;
}

/** Sends each request once, and some that the token must not be able to do. */
async function check({ name, served, requests, wrap }: Side, foreignId: string): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  const ask = async (what: string, request: Request | undefined, wanted: readonly number[]): Promise<unknown> => {
    if (!request) throw new Error(`${name}: no request to ${what}`);
    const { path, method = 'GET', headers = {}, body } = request;
    const typed = { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) };
    const response = await fetch(`${served.origin}${path}`, { method, headers: typed, ...(body && { body }) });
    const text = await response.text();
    if (!wanted.includes(response.status)) throw new Error(`${name}, ${what}: ${response.status} ${text}`);
    answers.push({ asked: what, status: response.status, bytes: Buffer.byteLength(text) });
    return JSON.parse(text);
  };
  const itemOf = (answer: unknown) => {
    const item = ((answer as { data?: Item }).data ?? answer) as Item;
    return item.fields ?? item;
  };
  const must = (holds: boolean, what: string) => {
    if (!holds) throw new Error(`${name}: ${what}`);
  };
  const { get, create, update } = requests;
  const at = (request: Request | undefined, id: string): Request | undefined =>
    request && { ...request, path: request.path.replace(/[^/]+$/, id) };
  const bodyOf = (fields: Readonly<Record<string, unknown>>) => JSON.stringify(wrap(fields));
  const createWith = (fields: Readonly<Record<string, unknown>>): Request | undefined =>
    create[0] && { ...create[0], body: bodyOf({ ...lead.fields, ...fields }) };

  const list = (await ask('list 50', requests['list 50'][0], [200])) as { data: Item[] };
  must(list.data.length === 50, `the list has ${list.data.length} items`);
  must(
    list.data.every((item) => itemOf(item).source === 'vendor-xyz'),
    'the list has items of other vendors',
  );
  must(itemOf(await ask('get', get[0], [200])).source === 'vendor-xyz', 'the item is of another vendor');
  must(itemOf(await ask('create', create[0], [200, 201])).source === 'vendor-xyz', 'the source was not filled in');
  must(itemOf(await ask('update', update[0], [200])).notes === 'called, nobody there', 'the notes were not changed');
  await ask("get another vendor's", at(get[0], foreignId), [403, 404]);
  await ask("update another vendor's", at(update[0], foreignId), [403, 404]);
  await ask('create for another vendor', createWith({ source: 'nordic-leads' }), [400, 403, 422]);
  await ask('create with a wrong zip code', createWith({ zip: '50' }), [400, 422]);
  await ask('create with an unknown roof', createWith({ roof_type: 'glass' }), [400, 422]);
  const takesOver = update[0] && { ...update[0], body: bodyOf({ source: 'nordic-leads' }) };
  await ask('give away by an update', takesOver, [400, 403, 422]);
  await ask('get without a token', get[0] && { path: get[0].path }, [401, 403]);
  return answers;
}

function printResults(measured: ReadonlyMap<string, Measured>): void {
  const names = ['leadspec', 'directus', 'directus, untracked'];
  const table = (title: string, shown: (one: Measured) => number) => {
    const of = ({ title: column }: Column, name: string) => {
      const one = measured.get(`${column}|${name}`);
      return one && shown(one);
    };
    const row = (head: string, cell: (column: Column) => number | undefined) => [
      head,
      ...columns.map((column) => cell(column)?.toLocaleString('en', { maximumSignificantDigits: 3 }) ?? ''),
    ];
    const divided = (column: Column, name: string) => {
      const [one, other] = [of(column, 'leadspec'), of(column, name)];
      if (one === undefined || other === undefined) return undefined;
      return Number((one / other).toPrecision(2));
    };
    printTable(
      title,
      ['', ...columns.map((column) => column.title)],
      [
        ...names.map((name) => row(name, (column) => of(column, name))),
        ...names.slice(1).map((name) => row(`leadspec / ${name}`, (column) => divided(column, name))),
      ],
    );
  };
  table('Requests a second', ({ perSecond: rate }) => rate);
  table('Processor time of a request, µs: Node, lower quartile', ({ node }) => node.lower);
  table('Processor time of a request, µs: PostgreSQL, lower quartile', ({ database }) => database.lower);
  table('Processor time of a request, µs: both', ({ node, database }) => node.lower + database.lower);
  table('p50, ms', ({ p50 }) => p50);
  table('p99, ms', ({ p99 }) => p99);
}

/** A lead of another vendor. */
async function foreignIdOf({ connection }: Place, { id }: Campaign): Promise<string> {
  const text = `select id from leads where campaign_id = $1 and values ->> 'source' <> 'vendor-xyz' limit 1`;
  return (await connection.pool.query<{ id: string }>(text, [id])).rows[0]?.id ?? '';
}

// A vacuum of rows that one side wrote would run in the turn of the other.
const place = await openPlace({ autovacuum: 'off' });
try {
  const leads = Math.min(options.leads, 20_000);
  const filled = await makeFilled(place, await makeAccount(place.connection.db), 'bench', leads);
  const foreignId = await foreignIdOf(place, filled.campaign);
  const [product, directus] = [await place.product(), await startDirectus(place, filled.campaign, { folder, node })];

  const caller = { base: `/v1/campaigns/${filled.campaign.slug}`, headers: filled.vendor };
  const ofDirectus = { served: directus.served, wrap: (fields: object) => fields };
  const sides: readonly Side[] = [
    {
      name: 'leadspec',
      served: product,
      requests: requestsOf(caller, filled.ids),
      wrap: (fields) => ({ fields }),
    },
    { ...ofDirectus, name: 'directus', requests: itemRequests(directus, filled.ids, 'leads') },
    { ...ofDirectus, name: 'directus, untracked', requests: itemRequests(directus, filled.ids, 'leads_untracked') },
  ];

  const nodeOfDirectus = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  console.log(`Node ${process.version}; Directus ${directus.version} on Node ${nodeOfDirectus}; ${leads} leads`);
  const checked: (readonly Answer[])[] = [];
  for (const side of sides) checked.push(await check(side, foreignId));
  printTable(
    'Answers: status and bytes',
    ['', ...sides.map(({ name }) => name)],
    (checked[0] ?? []).map(({ asked }, i) => [
      asked,
      ...checked.map((answers) => `${answers[i]?.status}, ${answers[i]?.bytes.toLocaleString('en')}`),
    ]),
  );

  const loads: Record<string, Load> = {};
  for (const { title, operation, connections } of columns) {
    for (const { name, served, requests } of sides) {
      // Only a change is tracked.
      if (name === 'directus, untracked' && operation !== 'create' && operation !== 'update') continue;
      loads[`${title}|${name}`] = { served, requests: requests[operation], connections };
    }
  }
  printResults(await inTurns(loads));
  console.log(`\nResident memory, MB: leadspec ${product.memory()}, directus ${directus.served.memory()}`);
} finally {
  await place.close();
}
