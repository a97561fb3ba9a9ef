/** Reading documents: documents by their number of fields, cold; and the combined document of many campaigns, cold and warm. */
import { get } from 'node:http';
import type { Bench } from './bench.ts';
import { makeAccount, makeCampaign, makeToken } from './data.ts';
import { coldDocument } from './documents.ts';
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
  const asked = await combined(bench, served);
  printTable('Documents as they are read', ['', 'ms', 'KB'], rows);
  printTable(
    `The combined document of ${campaigns} campaigns`,
    ['', 'ms', 'of the processor', 'KB'],
    asked.map(({ name, time, cpu, bytes }) => [name, time.toFixed(0), cpu.toFixed(0), kilobytes(bytes)]),
  );
  target(`combined document of ${campaigns} campaigns, cold`, asked[0]?.time ?? 0, 'below', 1_000, ' ms');
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

/** A client that takes 45 MB at this speed is another process, so the bytes are dropped here as they come. */
async function combined({ place }: Bench, served: Served) {
  const { db } = place.connection;
  const accountId = await makeAccount(db, 'combined');
  const make = (slug: string) => makeCampaign(db, accountId, slug);
  const first = await make('combined-0');
  for (let i = 1; i < campaigns; i += 1) await make(`combined-${i}`);
  const token = await makeToken(db, first, 'account');
  let etag = '';
  const ask = async (name: string, headers: Readonly<Record<string, string>>) => {
    const [started, before] = [performance.now(), served.cpu()];
    const response = await asked(`${served.origin}/v1/openapi.json`, { ...token, ...headers });
    etag = response.etag;
    return { name, time: performance.now() - started, cpu: served.cpu() - before, bytes: response.bytes };
  };
  const plain = { 'accept-encoding': 'identity' };
  const [brotli, gzip] = [{ 'accept-encoding': 'br' }, { 'accept-encoding': 'gzip' }];
  const rows = [await ask('cold', plain), await ask('warm', plain)];
  rows.push(await ask('first compressed (br)', brotli), await ask('compressed (br)', brotli));
  rows.push(await ask('first compressed (gzip)', gzip), await ask('compressed (gzip)', gzip));
  rows.push(await ask('unchanged (304)', { 'if-none-match': etag }));
  await make('combined-late');
  rows.push(await ask('after a change of one campaign', plain));
  return rows;
}

const asked = (address: string, headers: Readonly<Record<string, string>>) =>
  new Promise<{ readonly bytes: number; readonly etag: string }>((resolve, reject) => {
    const request = get(address, { headers }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () => resolve({ bytes, etag: String(response.headers.etag) }));
      response.on('error', reject);
    });
    request.on('error', reject);
  });
