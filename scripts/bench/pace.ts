/**
 * Puts an even load on a process: each request is sent when it is due, whatever has become of those before it, and its time
 * counts from when it was due. (autocannon sends all requests of a second at its start, and then waits: that is the peak.)
 */
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Load, percentile, type Request, withType } from './load.ts';

/** Milliseconds until the whole answer was there, at `rate` requests a second; and how many were refused. */
export async function paced(
  { served, requests }: Load,
  rate: number,
  seconds: number,
): Promise<{ readonly p50: number; readonly p99: number; readonly longest: number; readonly refused: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const all = requests.map(withType);
  const total = Math.round(rate * seconds);
  const answers: Promise<number>[] = [];
  let refused = 0;
  const started = performance.now();
  while (answers.length < total) {
    const due = Math.min(total, Math.ceil(((performance.now() - started) * rate) / 1_000));
    for (let i = answers.length; i < due; i += 1) {
      const dueAt = started + (i * 1_000) / rate;
      answers.push(
        answered(served.origin, agent, all[i % all.length] as Request).then((status) => {
          if (status >= 400) refused += 1;
          return performance.now() - dueAt;
        }),
      );
    }
    await sleep(1);
  }
  const times = await Promise.all(answers);
  agent.destroy();
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99), longest: Math.max(...times), refused };
}

/** The milliseconds of the middle request of one client that sends each request after the answer to the last one. */
export async function alone({ served, requests }: Load, seconds: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const all = requests.map(withType);
  const times: number[] = [];
  const until = performance.now() + seconds * 1_000;
  for (let i = 0; performance.now() < until; i += 1) {
    const started = performance.now();
    await answered(served.origin, agent, all[i % all.length] as Request);
    times.push(performance.now() - started);
  }
  agent.destroy();
  return percentile(times, 0.5);
}

const answered = (origin: string, agent: Agent, { path, method = 'GET', headers = {}, body }: Request) =>
  new Promise<number>((resolve, reject) => {
    const sent = request(`${origin}${path}`, { agent, method, headers }, (response) => {
      response
        .on('end', () => resolve(response.statusCode ?? 500))
        .on('error', reject)
        .resume();
    });
    sent.on('error', reject).end(body);
  });
