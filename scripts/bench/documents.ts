/** Public documents, warm and cold, the first request of a cold campaign, and what many warm documents cost in memory. */
import type { Campaign } from '../../src/campaign/definition.ts';
import type { Bench } from './bench.ts';
import { lead, makeCampaign, makeToken } from './data.ts';
import { measure, median } from './load.ts';
import { options } from './options.ts';
import { perSecond, printTable, target } from './report.ts';
import { getOf } from './requests.ts';

export async function documents({ place, accountId, main }: Bench): Promise<void> {
  const { db } = place.connection;
  const make = async (prefix: string, fields: number, count: number) => {
    const made: { campaign: Campaign; headers: { authorization: string } }[] = [];
    for (let i = 0; i < count; i += 1) {
      const campaign = await makeCampaign(db, accountId, `${prefix}-${i}`, fields);
      made.push({ campaign, headers: await makeToken(db, campaign, 'filter') });
    }
    return made;
  };
  const wide = await make('wide', 100, options.quick ? 2 : 8);
  const forty = await make('forty', 40, options.quick ? 4 : options.many / 5);
  const served = await place.product();
  const ask = async (path: string, init: RequestInit = {}) => {
    const began = performance.now();
    const answer = await fetch(served.origin + path, init);
    await answer.arrayBuffer();
    return { ms: performance.now() - began, answer };
  };

  const base = `/v1/campaigns/${main.campaign.slug}`;
  const get = await measure({ served, requests: getOf({ base, headers: main.vendor }, main.ids) });
  const etag = (await ask('/v1/openapi.json', { headers: main.vendor })).answer.headers.get('etag') ?? '';
  const warm = await measure({ served, requests: [{ path: '/v1/openapi.json', headers: main.vendor }] });
  const same = await measure({
    served,
    requests: [{ path: '/v1/openapi.json', headers: { ...main.vendor, 'if-none-match': etag } }],
  });
  const cold = [];
  for (const { headers } of wide) cold.push((await ask('/v1/openapi.json', { headers })).ms);
  const post = (slug: string, headers: { authorization: string }) =>
    ask(`/v1/campaigns/${slug}/leads`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(lead),
    });
  const firsts: number[] = [];
  const seconds: number[] = [];
  const small = served.memory();
  let ten = 0;
  for (const [i, { campaign, headers }] of forty.entries()) {
    const first = await post(campaign.slug, headers);
    if (first.answer.status !== 201) throw new Error(`a cold campaign answered ${first.answer.status}`);
    firsts.push(first.ms);
    seconds.push((await post(campaign.slug, headers)).ms);
    if (i < 10) ten = served.memory();
  }
  printTable(
    'Documents',
    ['', ''],
    [
      ['document, warm, requests/s', perSecond(warm.perSecond)],
      ['its 304, requests/s', perSecond(same.perSecond)],
      ['get, requests/s', perSecond(get.perSecond)],
      ['document of 100 fields, cold, ms', median(cold).toFixed(1)],
      ['first creation in a cold campaign of 40 fields, ms', median(firsts).toFixed(1)],
      ['the next one, ms', median(seconds).toFixed(1)],
      ['resident memory, MB: before, with 10 warm campaigns', `${small}, ${ten}`],
      [`resident memory with ${forty.length} warm campaigns of 40 fields, MB`, served.memory()],
    ],
  );
  target('warm document / get', warm.perSecond / get.perSecond, 'at least', 0.8);
  target('304 / get', same.perSecond / get.perSecond, 'at least', 0.8);
  target('cold document of 100 fields', median(cold), 'below', 50, ' ms');
  target('first request of a cold campaign, beyond a warm one', median(firsts) - median(seconds), 'below', 50, ' ms');
  target('memory with 10 warm campaigns, after load', ten, 'below', 250, ' MB');
  await served.stop();
}
