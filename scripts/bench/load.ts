/** Puts load on a process and reports the result. Compared things are measured in turns, so that a slow minute is shared. */
import autocannon from 'autocannon';
import { options } from './options.ts';
import type { Served } from './place.ts';

export interface Request {
  readonly path: string;
  readonly method?: 'GET' | 'POST' | 'PATCH';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Quartiles of many short samples. */
export interface Quartiles {
  readonly lower: number;
  readonly middle: number;
  readonly upper: number;
}

export interface Measured {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /**
   * Microseconds of a processor for each request, of the process and of PostgreSQL's backends. A busy machine changes them least, and
   * their lower quartiles less than their middle.
   */
  readonly node: Quartiles;
  readonly database: Quartiles;
}

export interface Load {
  readonly served: Served;
  readonly requests: readonly Request[];
  readonly connections?: number;
  /** The status that each answer must have, if it is not any of success. */
  readonly expect?: number;
}

const connections = 16;

/** A run of one load, before the samples of several runs are put together. */
interface Run extends Pick<Measured, 'perSecond' | 'p50' | 'p99'> {
  readonly samples: readonly { readonly node: number; readonly database: number }[];
}

export const measure = async (load: Load, seconds = options.seconds): Promise<Measured> =>
  together([await run(load, seconds)]);

async function run(load: Load, seconds: number): Promise<Run> {
  const requests = load.requests.map(withType);
  const each = load.connections ?? connections;
  let started = 0;
  const sampler = sampleProcessors(load.served);
  const result = await autocannon({
    url: load.served.origin,
    connections: each,
    // A duration is counted in whole seconds otherwise, and the first answers of all of them come late.
    duration: seconds,
    sampleInt: 100,
    requests: requests.slice(0, 1),
    // Each connection begins elsewhere: no two of them ask for, or change, the same lead at the same time.
    setupClient(client) {
      client.on('response', sampler.count);
      const from = Math.floor((started++ * requests.length) / each) % requests.length;
      client.setRequests([...requests.slice(from), ...requests.slice(0, from)]);
    },
  });
  const samples = sampler.end();
  const statuses = Object.entries(result.statusCodeStats ?? {}).map(([status, { count = 0 }]) => ({ status, count }));
  const wrong = statuses.filter(({ status }) => status !== String(load.expect ?? status) || Number(status) >= 400);
  if (result.errors > 0 || wrong.length > 0)
    throw new Error(
      `${load.served.name}, ${load.requests[0]?.path}: ${result.errors} failed, ${JSON.stringify(wrong)}`,
    );
  const answers = statuses.reduce((sum, { count }) => sum + count, 0);
  const { p50, p99 } = result.latency;
  return { perSecond: answers / result.duration, p50, p99, samples };
}

/** Microseconds of a processor for each answer, over and over for half a second. */
function sampleProcessors(served: Served) {
  const samples: { node: number; database: number }[] = [];
  let [answers, node, database] = [0, served.cpu(), served.databaseCpu()];
  const sample = () => {
    const [nodeNow, databaseNow] = [served.cpu(), served.databaseCpu()];
    const perAnswer = (spent: number) => (spent * 1_000) / answers;
    if (answers > 0) samples.push({ node: perAnswer(nodeNow - node), database: perAnswer(databaseNow - database) });
    [answers, node, database] = [0, nodeNow, databaseNow];
  };
  const timer = setInterval(sample, 500);
  return {
    count() {
      answers += 1;
    },
    end() {
      clearInterval(timer);
      if (samples.length === 0) sample();
      return samples;
    },
  };
}

export const withType = ({ path, method = 'GET', headers = {}, body }: Request): Request => ({
  path,
  method,
  headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
  ...(body !== undefined && { body }),
});

/** `{ 'get|leadspec': () => measure(…) }`, each of them in turns; the first round, which warms up, does not count. */
export async function inTurns(measurements: Readonly<Record<string, Load>>): Promise<ReadonlyMap<string, Measured>> {
  const all = new Map<string, Run[]>(Object.keys(measurements).map((name) => [name, []]));
  // It takes seconds of load until a process runs at its pace: compiled, and with its caches filled.
  if (!options.quick) for (const load of Object.values(measurements)) await measure(load, 2 * options.seconds);
  for (let round = 0; round < options.rounds; round += 1) {
    for (const [name, load] of Object.entries(measurements)) all.get(name)?.push(await run(load, options.seconds));
  }
  return new Map([...all].map(([name, runs]) => [name, together(runs)]));
}

const together = (runs: readonly Run[]): Measured => {
  const samples = runs.flatMap((one) => one.samples);
  return {
    perSecond: median(runs.map((one) => one.perSecond)),
    p50: median(runs.map((one) => one.p50)),
    p99: median(runs.map((one) => one.p99)),
    node: quartiles(samples.map(({ node }) => node)),
    database: quartiles(samples.map(({ database }) => database)),
  };
};

const quartiles = (values: readonly number[]): Quartiles => ({
  lower: percentile(values, 0.25),
  middle: median(values),
  upper: percentile(values, 0.75),
});

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** `percentile(values, 0.99)`: what one in a hundred exceeds. */
export function percentile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0;
}

/** Milliseconds until the whole answer is there. */
export async function timed(ask: () => Promise<Response>): Promise<number> {
  const started = performance.now();
  const response = await ask();
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`answered with ${response.status}`);
  return performance.now() - started;
}
