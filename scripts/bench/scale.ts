/** Times that must not grow: list, get and create with few and many leads in the campaign, campaigns in use, and tokens in use. */
import { type Bench, type Filled, makeFilled } from './bench.ts';
import { makeToken } from './data.ts';
import { inTurns, type Request } from './load.ts';
import { largeCampaign, manyCampaigns, type Small } from './many.ts';
import { options } from './options.ts';
import { perSecond, printTable, target } from './report.ts';
import { type Caller, createOf, getOf, listOf } from './requests.ts';

interface Scenario {
  readonly title: string;
  readonly few: Workload;
  readonly many: Workload;
}

interface Workload {
  readonly name: string;
  readonly callers: readonly (Caller & { readonly ids: readonly string[] })[];
}

const operations = ['list', 'get', 'create'] as const;

export async function scale(bench: Bench): Promise<void> {
  const served = await bench.place.product();
  for (const { title, few, many } of await scenarios(bench)) {
    const measured = await inTurns(
      Object.fromEntries(
        operations.flatMap((operation) =>
          [few, many].map((work) => [
            `${operation}|${work.name}`,
            { served, requests: requestsOf(operation, work.callers) },
          ]),
        ),
      ),
    );
    const rate = (operation: string, work: Workload) => measured.get(`${operation}|${work.name}`)?.perSecond ?? 0;
    const share = (operation: string) => rate(operation, many) / rate(operation, few);
    printTable(
      `Requests a second with ${title}`,
      ['', ...operations],
      [
        ...[few, many].map((work) => [work.name, ...operations.map((operation) => perSecond(rate(operation, work)))]),
        ['ratio', ...operations.map((operation) => share(operation).toFixed(2))],
      ],
    );
    for (const operation of operations)
      target(`${operation}, ${many.name} / ${few.name}`, share(operation), 'at least', 0.8);
  }
  await served.stop();
}

async function scenarios(bench: Bench): Promise<readonly Scenario[]> {
  const { place, accountId, main } = bench;
  const small = await makeFilled(place, accountId, 'small', options.small);
  const large = await largeCampaign(bench);
  const campaigns = await manyCampaigns(bench);
  const tokens: Caller[] = [];
  for (let i = 0; i < options.many; i += 1)
    tokens.push({ base: baseOf(main), headers: await makeToken(place.connection.db, main.campaign, 'filter') });
  const withIds = tokens.map((caller) => ({ ...caller, ids: main.ids.slice(0, 200) }));
  return [
    {
      title: 'few and many leads in the campaign',
      few: { name: `${perSecond(options.small)} leads`, callers: [callerOf(small)] },
      many: { name: `${perSecond(options.large)} leads`, callers: [callerOf(large)] },
    },
    {
      title: 'few and many campaigns in use',
      few: { name: '1 campaign', callers: campaigns.slice(0, 1).map(callerOf) },
      many: { name: `${perSecond(campaigns.length)} campaigns`, callers: campaigns.map(callerOf) },
    },
    {
      title: 'few and many tokens in use',
      few: { name: '1 token', callers: withIds.slice(0, 1) },
      many: { name: `${perSecond(tokens.length)} tokens`, callers: withIds },
    },
  ];
}

const baseOf = ({ campaign }: Filled | Small) => `/v1/campaigns/${campaign.slug}`;

const callerOf = (filled: Filled | Small) => ({
  base: baseOf(filled),
  headers: 'vendor' in filled ? filled.vendor : filled.headers,
  ids: filled.ids,
});

function requestsOf(operation: (typeof operations)[number], callers: Workload['callers']): readonly Request[] {
  return callers.flatMap((caller, i) => {
    if (operation === 'list') return listOf(caller);
    if (operation === 'create') return createOf(caller);
    const { ids } = caller;
    return getOf(caller, callers.length === 1 ? ids : [ids[i % ids.length] ?? '']);
  });
}
