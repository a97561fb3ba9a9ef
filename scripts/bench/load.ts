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

export interface Measured {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Microseconds that the process spent of a processor on each request: what a busy machine changes least. */
  readonly cpu: number;
}

export interface Load {
  readonly served: Served;
  readonly requests: readonly Request[];
  readonly connections?: number;
  /** The status that each answer must have, if it is not any of success. */
  readonly expect?: number;
}

const connections = 16;

export async function measure(load: Load, seconds = options.seconds): Promise<Measured> {
  const requests = load.requests.map(withType);
  const each = load.connections ?? connections;
  let started = 0;
  const cpu = load.served.cpu();
  const result = await autocannon({
    url: load.served.origin,
    connections: each,
    // A duration is counted in whole seconds otherwise, and the first answers of all of them come late.
    duration: seconds,
    sampleInt: 100,
    requests: requests.slice(0, 1),
    // Each connection begins elsewhere: no two of them ask for, or change, the same lead at the same time.
    setupClient(client) {
      const from = Math.floor((started++ * requests.length) / each) % requests.length;
      client.setRequests([...requests.slice(from), ...requests.slice(0, from)]);
    },
  });
  const statuses = Object.entries(result.statusCodeStats ?? {}).map(([status, { count = 0 }]) => ({ status, count }));
  const wrong = statuses.filter(({ status }) => status !== String(load.expect ?? status) || Number(status) >= 400);
  if (result.errors > 0 || wrong.length > 0)
    throw new Error(
      `${load.served.name}, ${load.requests[0]?.path}: ${result.errors} failed, ${JSON.stringify(wrong)}`,
    );
  const answers = statuses.reduce((sum, { count }) => sum + count, 0);
  const { p50, p99 } = result.latency;
  return { perSecond: answers / result.duration, p50, p99, cpu: ((load.served.cpu() - cpu) * 1_000) / answers };
}

export const withType = ({ path, method = 'GET', headers = {}, body }: Request): Request => ({
  path,
  method,
  headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
  ...(body !== undefined && { body }),
});

/** `{ 'get|leadspec': () => measure(…) }`, each of them in turns; the first round, which warms up, does not count. */
export async function inTurns(measurements: Readonly<Record<string, Load>>): Promise<ReadonlyMap<string, Measured>> {
  const all = new Map<string, Measured[]>(Object.keys(measurements).map((name) => [name, []]));
  // It takes seconds of load until a process runs at its pace: compiled, and with its caches filled.
  for (const load of Object.values(measurements)) await measure(load, 2 * options.seconds);
  for (let round = 0; round < options.rounds; round += 1) {
    for (const [name, load] of Object.entries(measurements)) all.get(name)?.push(await measure(load));
  }
  return new Map([...all].map(([name, measured]) => [name, middle(measured)]));
}

const middle = (all: readonly Measured[]): Measured => ({
  perSecond: median(all.map((one) => one.perSecond)),
  p50: median(all.map((one) => one.p50)),
  p99: median(all.map((one) => one.p99)),
  cpu: median(all.map((one) => one.cpu)),
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
