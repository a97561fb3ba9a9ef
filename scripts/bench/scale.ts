/** What must not cost more for there being more: leads in the campaign, campaigns, tokens; and what a second process brings. */
import { type Bench, makeFilled } from './bench.ts';
import { makeCampaign, makeToken } from './data.ts';
import { inTurns, type Load } from './load.ts';
import { options } from './options.ts';
import { perSecond, printTable, target } from './report.ts';
import { createOf, getOf, listOf } from './requests.ts';

export async function scale({ place, accountId }: Bench): Promise<void> {
  const { db } = place.connection;
  const small = await makeFilled(place, accountId, 'small', options.small);
  const large = await makeFilled(place, accountId, 'large', options.large);
  const served = await place.product();
  const loadsOf = (name: string, { campaign, vendor, ids }: typeof small): Record<string, Load> => {
    const caller = { base: `/v1/campaigns/${campaign.slug}`, headers: vendor };
    return {
      [`${name} list`]: { served, requests: listOf(caller) },
      [`${name} get`]: { served, requests: getOf(caller, ids) },
      [`${name} create`]: { served, requests: createOf(caller) },
    };
  };
  const alone = await inTurns({ ...loadsOf('small', small), ...loadsOf('large', large) });
  const tokens: { authorization: string }[] = [];
  for (let i = 0; i < options.many; i += 1) {
    await makeCampaign(db, accountId, `more-${i}`);
    tokens.push(await makeToken(db, small.campaign, 'filter'));
  }
  const base = `/v1/campaigns/${small.campaign.slug}`;
  const spread = tokens.map((headers, i) => ({ path: `${base}/leads/${small.ids[i % small.ids.length]}`, headers }));
  const among = await inTurns({ ...loadsOf('among many', small), 'many tokens get': { served, requests: spread } });
  await served.stop();
  const two = await place.product({ WORKERS: '2' });
  const twice = await inTurns({ get: { served: two, requests: getOf({ base, headers: small.vendor }, small.ids) } });
  await two.stop();

  const rate = (name: string) => (alone.get(name) ?? among.get(name))?.perSecond ?? Number.NaN;
  const row = (title: string, name: string) => [
    title,
    ...['list', 'get', 'create'].map((one) => perSecond(rate(`${name} ${one}`))),
  ];
  printTable(
    'More leads, campaigns and tokens; requests a second',
    ['', 'list 50', 'get', 'create'],
    [
      row(`${perSecond(options.small)} leads`, 'small'),
      row(`${perSecond(options.large)} leads`, 'large'),
      row(`${perSecond(options.small)} leads, among ${options.many} campaigns`, 'among many'),
      [`the same, by ${options.many} tokens`, '', perSecond(rate('many tokens get')), ''],
      ['the same, WORKERS=2', '', perSecond(twice.get('get')?.perSecond ?? Number.NaN), ''],
    ],
  );
  for (const one of ['list', 'get', 'create']) {
    target(
      `${one}, ${perSecond(options.large)} leads / ${perSecond(options.small)}`,
      rate(`large ${one}`) / rate(`small ${one}`),
      'at least',
      0.8,
    );
    target(
      `${one}, ${options.many} campaigns / a few`,
      rate(`among many ${one}`) / rate(`small ${one}`),
      'at least',
      0.8,
    );
  }
  target(`get, ${options.many} tokens / one`, rate('many tokens get') / rate('among many get'), 'at least', 0.8);
  target('WORKERS=2 / one process', (twice.get('get')?.perSecond ?? 0) / rate('among many get'), 'at least', 1.3);
}
