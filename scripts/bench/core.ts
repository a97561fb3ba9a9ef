/** The table of the four operations that are asked most, of the product beside its floors. */
import type { Bench } from './bench.ts';
import { inTurns, type Load, type Request } from './load.ts';
import { options } from './options.ts';
import { alone, paced } from './pace.ts';
import type { Served } from './place.ts';
import { perSecond, printTable, ratio, target } from './report.ts';
import { createOf, getOf, listOf, updateOf } from './requests.ts';

const operations = ['list 50', 'get', 'create', 'update'] as const;

export async function core({ place, main }: Bench): Promise<void> {
  const [http, express, leadspec] = [
    await place.floor('http', main.campaign.id),
    await place.floor('express', main.campaign.id),
    await place.product(),
  ];
  const vendor = { base: `/v1/campaigns/${main.campaign.slug}`, headers: main.vendor };
  const loads: Record<string, Load> = {};
  for (const operation of operations) {
    for (const served of [http, express, leadspec]) {
      const caller = served === leadspec ? vendor : { base: '' };
      const requests = {
        'list 50': () => listOf(caller),
        get: () => getOf(caller, main.ids),
        create: () => createOf(caller),
        update: () => updateOf(caller, main.ids),
      }[operation]();
      loads[`${operation}|${served.name}`] = { served, requests };
    }
    if (operation === 'list 50') loads[`${operation}|json`] = { served: http, requests: [{ path: '/leads?as=json' }] };
  }
  const measured = await inTurns(loads);
  const of = (operation: string, name: string) => measured.get(`${operation}|${name}`);
  const rate = (operation: string, name: string) => of(operation, name)?.perSecond ?? Number.NaN;
  const faster = (operation: string, name: string) => rate(operation, leadspec.name) / rate(operation, name);
  /** Microseconds of both processors for a request, in the lower quartile. */
  const cost = (operation: string, name: string) => {
    const { node, database } = of(operation, name) ?? {};
    return (node?.lower ?? Number.NaN) + (database?.lower ?? Number.NaN);
  };
  const dearer = (operation: string, name: string) => cost(operation, leadspec.name) / cost(operation, name);
  const row = (title: string, cell: (operation: string) => string) => [title, ...operations.map(cell)];
  const three = [http, express, leadspec];
  const asText = 'node:http + pg, JSON built in SQL';
  printTable(
    `Requests a second; 16 connections, ${perSecond(main.ids.length * 10)} leads, a token that sees a tenth of them`,
    ['', ...operations],
    [
      ...three.map(({ name }) => row(name, (operation) => perSecond(rate(operation, name)))),
      [asText, perSecond(rate('list 50', 'json')), '', '', ''],
      ...[http, express].map(({ name }) =>
        row(`leadspec / ${name}`, (operation) => faster(operation, name).toFixed(2)),
      ),
      ['leadspec / JSON built in SQL', faster('list 50', 'json').toFixed(2), '', '', ''],
      row('leadspec, p50 and p99 in ms', (operation) => {
        const { p50, p99 } = of(operation, leadspec.name) ?? { p50: 0, p99: 0 };
        return `${p50} and ${p99}`;
      }),
    ],
  );
  const shown = (operation: string, name: string, part: 'node' | 'database') => {
    const { lower, middle, upper } = of(operation, name)?.[part] ?? { lower: 0, middle: 0, upper: 0 };
    return `${lower.toFixed(0)} (${middle.toFixed(0)}, ${upper.toFixed(0)})`;
  };
  printTable(
    'Processor time of a request, µs: lower quartile (middle, upper quartile)',
    ['', ...operations],
    [
      ...three.flatMap(({ name }) => [
        row(`${name}: Node`, (operation) => shown(operation, name, 'node')),
        row(`${name}: PostgreSQL`, (operation) => shown(operation, name, 'database')),
      ]),
      [`${asText}: Node`, shown('list 50', 'json', 'node'), '', '', ''],
      [`${asText}: PostgreSQL`, shown('list 50', 'json', 'database'), '', '', ''],
      ...[http, express].map(({ name }) =>
        row(`leadspec / ${name}`, (operation) => dearer(operation, name).toFixed(2)),
      ),
      ['leadspec / JSON built in SQL', dearer('list 50', 'json').toFixed(2), '', '', ''],
    ],
  );
  for (const operation of ['get', 'create', 'update']) {
    target(`${operation} / express + pg, processor time`, dearer(operation, express.name), 'at most', 1);
    target(`${operation} / express + pg, requests/s`, faster(operation, express.name), 'at least', 1);
  }
  target('list 50 / node:http + pg with JSON built in SQL, processor time', dearer('list 50', 'json'), 'at most', 1);
  target('list 50 / express + pg, requests/s', faster('list 50', express.name), 'at least', 1.3);

  await onOneConnection(three, loads);
  await atHalfThePeak(leadspec, express, loads, measured);
  for (const served of [http, express, leadspec]) await served.stop();
}

/** The times of a client that sends one request after the other, with nobody to share a statement with. */
async function onOneConnection(all: readonly Served[], loads: Readonly<Record<string, Load>>): Promise<void> {
  const rows: string[][] = [];
  for (const served of all) {
    const row = [served.name];
    for (const operation of operations) {
      const load = { served, requests: loads[`${operation}|${served.name}`]?.requests ?? [] };
      row.push((await alone(load, options.seconds)).toFixed(2));
    }
    rows.push(row);
  }
  printTable('One connection: p50 in ms', ['', ...operations], rows);
}

/**
 * At the peak every request waits in line; half of the peak shows what a client feels. Beside it the floor at the same rate: what
 * the machine does to anybody.
 */
async function atHalfThePeak(
  served: Served,
  floor: Served,
  loads: Readonly<Record<string, Load>>,
  peaks: ReadonlyMap<string, { readonly perSecond: number }>,
): Promise<void> {
  const rows: string[][] = [];
  for (const operation of operations) {
    const key = `${operation}|${served.name}`;
    const requestsOf = ({ name }: Served): readonly Request[] => loads[`${operation}|${name}`]?.requests ?? [];
    const rate = Math.round((peaks.get(key)?.perSecond ?? 0) / 2);
    const { p50, p99, refused } = await paced({ served, requests: requestsOf(served) }, rate, options.seconds);
    if (refused > 0) throw new Error(`${operation}: ${refused} requests were refused`);
    const beside = await paced({ served: floor, requests: requestsOf(floor) }, rate, options.seconds);
    const told = [p50, p99, beside.p50, beside.p99].map((time) => time.toFixed(1));
    rows.push([operation, perSecond(rate), ...told, ratio(p99, beside.p99)]);
    target(`${operation}, p99 at half the peak / that of express + pg`, p99 / beside.p99, 'at most', 1.5);
  }
  printTable(
    'leadspec at half of its peak rate',
    ['', 'requests/s', 'p50 ms', 'p99 ms', `p50 ms of ${floor.name}`, 'p99 ms', 'p99 / p99'],
    rows,
  );
}
