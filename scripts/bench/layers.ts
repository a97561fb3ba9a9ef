/**
 * `--layers`: where the process spends its time on a request, by layer. A sampling profile of V8 gives the shares, and the processor
 * time of the process gives the sum. A sample belongs to the innermost function of the product or of a package on its stack; Node's
 * own functions count for whoever called them. Samples taken while the kernel works count as well, so on a busy machine the
 * layers that write to sockets look dearer than they are.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { type Load, measure } from './load.ts';
import type { Served } from './place.ts';
import { printTable } from './report.ts';
import { createOf, getOf, listOf, updateOf } from './requests.ts';

/** The profile that V8 writes: a tree of calls, and the node that was on top at each sample. Times are in microseconds. */
interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
  readonly startTime: number;
  readonly endTime: number;
}

/** The first pattern that fits the file of a function names its layer. */
const layersByFile: readonly (readonly [layer: string, file: RegExp])[] = [
  [
    'request log, log line, metrics',
    /pino|sonic-boom|prom-client|src\/(?:http\/request-log|http\/process\/metrics|access\/(?:request-log|usage)|http\/lead-api\/(?:logged|sent)-request|campaign\/sent-shape)/,
  ],
  [
    'Express and its router',
    /node_modules\/(?:express|router|path-to-regexp|parseurl|proxy-addr|forwarded|ipaddr|finalhandler)\//,
  ],
  [
    'token, limits, seat',
    /src\/(?:access|limits)\/|src\/http\/lead-api\/(?:admission|rate-limit|open-seat|operation-share|fresh-grant)|rate-limiter|lru-cache/,
  ],
  ['reading the body', /src\/http\/body\/|raw-body|content-type|type-is|iconv|media-typer|body-parser/],
  ['validation', /src\/(?:validation|document)\/|ajv|express-openapi-validator/],
  ['sending the answer', /src\/http\/answer|src\/http\/compress|compression/],
  ['steps before the operation', /src\/http\/(?:process\/|[a-z-]+\.ts)/],
  ['operation', /src\/(?:http\/lead-api|leads\/(?!store\/)|operation|ids|problem)/],
  ['lead statements', /src\/leads\/store\/|src\/campaign\/|kysely/],
  ['database driver', /node_modules\/pg|src\/database\//],
];
const others = ['garbage collection', 'HTTP and sockets of Node', 'the rest'] as const;

export async function layers({ place, main }: Bench): Promise<void> {
  const vendor = { base: `/v1/campaigns/${main.campaign.slug}`, headers: main.vendor };
  const loads = {
    'list 50': listOf(vendor),
    get: getOf(vendor, main.ids),
    create: createOf(vendor),
    update: updateOf(vendor, main.ids),
  };
  const columns: ReadonlyMap<string, number>[] = [];
  const sums: number[] = [];
  for (const requests of Object.values(loads)) {
    const plain = await place.product();
    await measure({ served: plain, requests });
    const { node } = await measure({ served: plain, requests });
    await plain.stop();
    sums.push(node.lower);
    columns.push(await sharesOf((environment) => place.product(environment), requests));
  }
  const names = [...layersByFile.map(([name]) => name), ...others];
  const cell = (share: number, i: number) => (share * (sums[i] ?? 0)).toFixed(1);
  printTable(
    'Processor time of Node for a request, µs, by layer; 16 connections',
    ['', ...Object.keys(loads)],
    [
      ...names.map((name) => [name, ...columns.map((shares, i) => cell(shares.get(name) ?? 0, i))]),
      ['together', ...sums.map((sum) => sum.toFixed(1))],
    ],
  );
}

/** The share of each layer in the time of a process under load. */
async function sharesOf(
  start: (environment: Readonly<Record<string, string>>) => Promise<Served>,
  requests: Load['requests'],
): Promise<ReadonlyMap<string, number>> {
  const directory = await mkdtemp(join(tmpdir(), 'leadspec-profile-'));
  try {
    const flags = ['--cpu-prof', `--cpu-prof-dir=${directory}`, '--cpu-prof-interval=300'];
    const served = await start({ NODE_OPTIONS: flags.join(' ') });
    await measure({ served, requests });
    const began = performance.now();
    await measure({ served, requests });
    const ended = performance.now();
    await served.stop();
    const gone = performance.now();
    const profiles = await Promise.all(
      (await readdir(directory)).map(
        async (file) => JSON.parse(await readFile(join(directory, file), 'utf8')) as Profile,
      ),
    );
    // The threads of pino write profiles as well; the process has most samples.
    const [profile] = profiles.toSorted((a, b) => b.samples.length - a.samples.length);
    if (!profile) throw new Error('the process wrote no profile');
    return byLayer(profile, profile.endTime - (gone - began) * 1_000, profile.endTime - (gone - ended) * 1_000);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** `from`, `to`: the part of the profile that counts. */
function byLayer(
  { nodes, samples, timeDeltas, startTime }: Profile,
  from: number,
  to: number,
): ReadonlyMap<string, number> {
  const layers = new Map<number, string | undefined>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const enter = (id: number, above: string): void => {
    const node = byId.get(id);
    const { functionName = '', url = '' } = node?.callFrame ?? {};
    const own = functionName === '(idle)' ? undefined : (layerOf(functionName, url) ?? above);
    layers.set(id, own);
    for (const child of node?.children ?? []) enter(child, own ?? above);
  };
  const [root] = nodes;
  if (root) enter(root.id, 'HTTP and sockets of Node');
  const spent = new Map<string, number>();
  let [at, all] = [startTime, 0];
  for (const [i, id] of samples.entries()) {
    const delta = timeDeltas[i] ?? 0;
    at += delta;
    const layer = layers.get(id);
    if (layer === undefined || at < from || at > to) continue;
    spent.set(layer, (spent.get(layer) ?? 0) + delta);
    all += delta;
  }
  return new Map([...spent].map(([layer, time]) => [layer, time / all]));
}

function layerOf(functionName: string, url: string): string | undefined {
  if (functionName === '(garbage collector)') return 'garbage collection';
  if (functionName === '(program)') return 'the rest';
  if (url === '' || url.startsWith('node:')) return undefined;
  return layersByFile.find(([, file]) => file.test(url))?.[0] ?? 'the rest';
}
