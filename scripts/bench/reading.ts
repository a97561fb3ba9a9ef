/** What is read: documents by their number of fields, cold; and the combined document of many campaigns, cold and warm. */
import type { Bench } from './bench.ts';
import { makeCampaign, makeToken } from './data.ts';
import { coldDocument } from './documents.ts';
import { timed } from './load.ts';
import { options } from './options.ts';
import type { Served } from './place.ts';
import { printTable, target } from './report.ts';

const campaigns = options.quick ? 10 : 500;

export async function reading(bench: Bench): Promise<void> {
  const served = await bench.place.product();
  const rows: string[][] = [];
  for (const fields of [10, 40, 150]) {
    const milliseconds = await coldDocument(bench, served, fields);
    rows.push([
      `document of ${fields} fields`,
      milliseconds.toFixed(1),
      kilobytes(await sizeOf(bench, served, fields)),
    ]);
  }
  const { cold, warm, bytes, changed } = await combined(bench, served);
  rows.push(
    [`combined document of ${campaigns} campaigns, cold`, cold.toFixed(0), kilobytes(bytes)],
    ['the same, warm', warm.toFixed(0), ''],
    ['the same, after a change of one campaign', changed.toFixed(0), ''],
  );
  printTable('Documents as they are read', ['', 'ms', 'KB'], rows);
  target(`combined document of ${campaigns} campaigns, cold`, cold, 'below', 1_000, ' ms');
  await served.stop();
}

const kilobytes = (bytes: number) => (bytes / 1_000).toFixed(0);

/** Bytes of the document of a campaign that is there by now. */
async function sizeOf({ place, accountId }: Bench, { origin }: Served, fields: number): Promise<number> {
  const campaign = await makeCampaign(place.connection.db, accountId, `size-${fields}`, fields);
  const headers = await makeToken(place.connection.db, campaign, 'filter');
  return bytesOf(`${origin}/v1/openapi.json`, headers);
}

async function bytesOf(address: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const response = await fetch(address, { headers: { ...headers, 'accept-encoding': 'identity' } });
  return (await response.arrayBuffer()).byteLength;
}

async function combined({ place, accountId, main }: Bench, { origin }: Served) {
  const { db } = place.connection;
  const make = (slug: string) => makeCampaign(db, accountId, slug);
  for (let i = 0; i < campaigns; i += 1) await make(`combined-${i}`);
  const headers = await makeToken(db, main.campaign, 'account');
  const address = `${origin}/v1/openapi.json`;
  const ask = () => timed(() => fetch(address, { headers: { ...headers, 'accept-encoding': 'identity' } }));
  const [cold, warm] = [await ask(), await ask()];
  const bytes = await bytesOf(address, headers);
  await make('combined-late');
  return { cold, warm, bytes, changed: await ask() };
}
