/** Documents: a warm one and its 304 beside a get; a cold one of 100 fields; the first request of a cold campaign of 40. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench } from './bench.ts';
import { lead, makeCampaign, makeHugeCampaign, makeToken } from './data.ts';
import { inTurns, median, timed } from './load.ts';
import { options } from './options.ts';
import { paced } from './pace.ts';
import type { Served } from './place.ts';
import { perSecond, printTable, ratio, target } from './report.ts';
import { getOf } from './requests.ts';

const campaigns = options.quick ? 3 : 20;

export async function documents(bench: Bench): Promise<void> {
  const { place, main } = bench;
  const served = await place.product();
  const document = { path: '/v1/openapi.json', headers: main.vendor };
  const { headers } = await fetch(served.origin + document.path, { headers: main.vendor });
  const known = { ...document, headers: { ...main.vendor, 'if-none-match': headers.get('etag') ?? '' } };
  const measured = await inTurns({
    get: { served, requests: getOf({ base: `/v1/campaigns/${main.campaign.slug}`, headers: main.vendor }, main.ids) },
    document: { served, requests: [document] },
    unchanged: { served, requests: [known], expect: 304 },
  });
  const rate = (name: string) => measured.get(name)?.perSecond ?? Number.NaN;
  const share = (name: string) => ratio(rate(name), rate('get'));

  const cold = await coldDocument(bench, served, 100);
  const { first, later } = await coldCampaigns(bench, served);
  const huge = await hugeDocuments(bench, served);
  printTable(
    'Documents',
    ['', '', '/ get'],
    [
      ['get, requests/s', perSecond(rate('get')), ''],
      ['warm document, requests/s', perSecond(rate('document')), share('document')],
      ['304 of a warm document, requests/s', perSecond(rate('unchanged')), share('unchanged')],
      ['cold document of 100 fields, ms', cold.toFixed(1), ''],
      ['cold document of 20 selects of 1,000 options, ms', huge.time.toFixed(1), ''],
      ['longest other request meanwhile, ms', huge.longest.toFixed(1), ''],
      ['first create in a cold campaign of 40 fields, ms', first.toFixed(1), ''],
      ['the next create there, ms', later.toFixed(1), ''],
    ],
  );
  target('warm document / get', rate('document') / rate('get'), 'at least', 0.8);
  target('304 of a warm document / get', rate('unchanged') / rate('get'), 'at least', 0.8);
  target('cold document of 100 fields', cold, 'below', 50, ' ms');
  target('cold document of 20 selects of 1,000 options', huge.time, 'below', 200, ' ms');
  target('longest request of another token meanwhile', huge.longest, 'below', 50, ' ms');
  target('first request of a cold campaign of 40 fields, beyond a warm one', first - later, 'below', 50, ' ms');
  await served.stop();
}

/** Milliseconds of the first document of a campaign; the median of several, of which the first warms up. */
export async function coldDocument({ place, accountId }: Bench, { origin }: Served, fields: number): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i <= campaigns; i += 1) {
    const campaign = await makeCampaign(place.connection.db, accountId, `cold-${fields}-${i}`, fields);
    const headers = await makeToken(place.connection.db, campaign, 'filter');
    times.push(await timed(() => fetch(`${origin}/v1/openapi.json`, { headers })));
  }
  return median(times.slice(1));
}

/** Milliseconds of the first document of a huge campaign, and of the longest request that another token sent meanwhile. */
async function hugeDocuments(
  { place, accountId, main }: Bench,
  served: Served,
): Promise<{ time: number; longest: number }> {
  const { db } = place.connection;
  const requests = getOf({ base: `/v1/campaigns/${main.campaign.slug}`, headers: main.vendor }, main.ids);
  const [times, longest]: [number[], number[]] = [[], []];
  for (let i = 0; i <= (options.quick ? 1 : 5); i += 1) {
    const campaign = await makeHugeCampaign(db, accountId, `huge-${i}`);
    const headers = await makeToken(db, campaign, 'campaign');
    const others = paced({ served, requests }, 100, 1.5);
    await sleep(500);
    times.push(await timed(() => fetch(`${served.origin}/v1/openapi.json`, { headers })));
    longest.push((await others).longest);
  }
  return { time: median(times.slice(1)), longest: median(longest.slice(1)) };
}

async function coldCampaigns(
  { place, accountId }: Bench,
  { origin }: Served,
): Promise<{ first: number; later: number }> {
  const [first, later]: [number[], number[]] = [[], []];
  const body = JSON.stringify(lead);
  for (let i = 0; i <= campaigns; i += 1) {
    const campaign = await makeCampaign(place.connection.db, accountId, `forty-${i}`, 40);
    const token = await makeToken(place.connection.db, campaign, 'filter');
    const headers = { ...token, 'content-type': 'application/json' };
    const create = () => fetch(`${origin}/v1/campaigns/${campaign.slug}/leads`, { method: 'POST', headers, body });
    first.push(await timed(create));
    later.push(await timed(create));
  }
  return { first: median(first.slice(1)), later: median(later.slice(1)) };
}
