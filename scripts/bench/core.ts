/** The table of the four operations that are asked most, of the product beside its floors. */
import type { Bench } from './bench.ts';
import { inTurns, type Load, type Request } from './load.ts';
import { options } from './options.ts';
import { paced } from './pace.ts';
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
  const rate = (operation: string, name: string) => measured.get(`${operation}|${name}`)?.perSecond ?? Number.NaN;
  const share = (operation: string, name: string) => rate(operation, leadspec.name) / rate(operation, name);
  const row = (title: string, cell: (operation: string) => string) => [title, ...operations.map(cell)];
  printTable(
    `Requests a second; 16 connections, ${perSecond(main.ids.length * 10)} leads, a token that sees a tenth of them`,
    ['', ...operations],
    [
      ...[http, express, leadspec].map(({ name }) => row(name, (operation) => perSecond(rate(operation, name)))),
      ['node:http + pg, JSON built in SQL', perSecond(rate('list 50', 'json')), '', '', ''],
      ...[http, express].map(({ name }) => row(`leadspec / ${name}`, (operation) => share(operation, name).toFixed(2))),
      ['leadspec / JSON built in SQL', share('list 50', 'json').toFixed(2), '', '', ''],
      row('leadspec, p50 and p99 in ms', (operation) => {
        const { p50, p99 } = measured.get(`${operation}|${leadspec.name}`) ?? { p50: 0, p99: 0 };
        return `${p50} and ${p99}`;
      }),
      ...[http, express, leadspec].map(({ name }) =>
        row(`processor time of ${name}, µs`, (operation) => perSecond(measured.get(`${operation}|${name}`)?.cpu ?? 0)),
      ),
    ],
  );
  target('get / express + pg', share('get', express.name), 'at least', 0.8);
  target('create / express + pg', share('create', express.name), 'at least', 0.6);
  target('update / node:http + pg', share('update', http.name), 'at least', 0.5);
  target('list 50 / node:http + pg with JSON built in SQL', share('list 50', 'json'), 'at least', 0.5);
  target('list 50 / express + pg', share('list 50', express.name), 'at least', 1);

  await atHalfThePeak(leadspec, express, loads, measured);
  for (const served of [http, express, leadspec]) await served.stop();
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
    const told = [p50, p99].map((time) => time.toFixed(1));
    rows.push([operation, perSecond(rate), ...told, ratio(p99, p50), ratio(beside.p99, beside.p50)]);
    target(`${operation}, p99 / p50 at half the peak`, p99 / p50, 'below', 5);
  }
  printTable(
    'leadspec at half of its peak rate',
    ['', 'requests/s', 'p50 ms', 'p99 ms', 'p99 / p50', `that of ${floor.name}`],
    rows,
  );
}
