/** One process and two, the load generator and the database beside them. */
import type { Bench } from './bench.ts';
import { inTurns, type Load } from './load.ts';
import { perSecond, printTable, ratio, target } from './report.ts';
import { createOf, getOf, listOf } from './requests.ts';

const operations = ['list', 'get', 'create'] as const;

export async function workers({ place, main }: Bench): Promise<void> {
  const counts = ['1', '2'];
  const processes = [await place.product({ WORKERS: '1' }), await place.product({ WORKERS: '2' })];
  const caller = { base: `/v1/campaigns/${main.campaign.slug}`, headers: main.vendor };
  const requests = { list: listOf(caller), get: getOf(caller, main.ids), create: createOf(caller) };
  const loads: Record<string, Load> = {};
  for (const operation of operations)
    for (const [i, served] of processes.entries())
      loads[`${operation}|${counts[i]}`] = { served, requests: requests[operation] };
  const measured = await inTurns(loads);
  const rate = (operation: string, count: string) => measured.get(`${operation}|${count}`)?.perSecond ?? Number.NaN;
  printTable(
    'Requests a second with one process and with two',
    ['', ...operations],
    [
      ...counts.map((count) => [
        `WORKERS=${count}`,
        ...operations.map((operation) => perSecond(rate(operation, count))),
      ]),
      ['ratio', ...operations.map((operation) => ratio(rate(operation, '2'), rate(operation, '1')))],
    ],
  );
  for (const operation of operations)
    target(`${operation}, WORKERS=2 / 1`, rate(operation, '2') / rate(operation, '1'), 'at least', 1.3);
  for (const served of processes) await served.stop();
}
