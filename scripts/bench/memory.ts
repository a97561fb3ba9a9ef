/** Resident memory of one process: with ten warm campaigns under load, with many warm documents, and while it exports. */
import type { Bench } from './bench.ts';
import { exportAll } from './bulk.ts';
import { measure } from './load.ts';
import { largeCampaign, manyCampaigns, type Small } from './many.ts';
import { options } from './options.ts';
import type { Served } from './place.ts';
import { perSecond, printTable, target } from './report.ts';
import { createOf, getOf, listOf } from './requests.ts';

export async function memory(bench: Bench): Promise<void> {
  const { place, main } = bench;
  const all = await manyCampaigns(bench);
  const [fresh, full] = [await place.product(), await place.product()];
  const atStart = fresh.memory();
  const ten = all.slice(0, 10);
  await load(fresh, ten);
  const withTen = fresh.memory();
  for (const small of all) await warm(full, small);
  const withMany = full.memory();

  const large = await largeCampaign(bench);
  await exportAll(fresh, main);
  const [some, most] = [await exportAll(fresh, main), await exportAll(fresh, large)];
  printTable(
    'Resident memory of a process, in MB',
    ['', ''],
    [
      ['after the start', atStart],
      ['with 10 warm campaigns of 40 fields, after list, get and create on 16 connections', withTen],
      [`with ${perSecond(all.length)} warm documents of 40 fields, and their creates compiled`, withMany],
      [`an export of ${perSecond(some.leads)} leads adds`, some.grown],
      [`an export of ${perSecond(most.leads)} leads adds`, most.grown],
    ],
  );
  target('resident memory with 10 warm campaigns', withTen, 'below', 250, ' MB');
  target('resident memory with 1,000 warm documents of 40 fields', withMany, 'below', 500, ' MB');
  for (const served of [fresh, full]) await served.stop();
}

async function load(served: Served, campaigns: readonly Small[]): Promise<void> {
  await measure({ served, requests: campaigns.flatMap(requestsOf) }, options.seconds * 2);
}

const requestsOf = ({ campaign, headers, ids }: Small) => {
  const caller = { base: `/v1/campaigns/${campaign.slug}`, headers };
  return [...listOf(caller), ...getOf(caller, ids.slice(0, 3)), ...createOf(caller)];
};

/** Its document is made, and its create is compiled: a body that is wrong everywhere writes nothing. */
async function warm({ origin }: Served, { campaign, headers }: Small): Promise<void> {
  const document = await fetch(`${origin}/v1/openapi.json`, { headers });
  await document.arrayBuffer();
  const refused = await fetch(`${origin}/v1/campaigns/${campaign.slug}/leads`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: '{}',
  });
  await refused.arrayBuffer();
  if (!document.ok || refused.status !== 422) throw new Error(`answered with ${document.status}, ${refused.status}`);
}
