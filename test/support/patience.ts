/**
 * How long a test waits before it takes something to hang. No test passes or fails by a time of the clock: it counts, looks at
 * the order of events, or compares with a quiet run of its own. Where only a time can tell that something hangs, it is one of
 * a quiet machine with two cores, times how much slower this one was found to be when the run began.
 */
import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';

/** The global setup leaves what it has measured here, for the workers of the run and for what they start. */
const variable = 'LEADSPEC_TEST_SLOWNESS';

/** Milliseconds that the work of `measureSlowness` takes on a quiet machine with two cores. */
const usual = 140;

/** 1 on a quiet machine with two cores or more, and so many times more on one that is slower or busy. */
export const slowness = Number(process.env[variable] ?? 1);

/** Milliseconds to wait here, where a quiet machine would be given `milliseconds`. */
export const patience = (milliseconds: number): number => Math.round(milliseconds * slowness);

/** Does a fixed amount of work on four threads at once, as many as the two workers of jest, PostgreSQL and a browser keep busy. */
export async function measureSlowness(): Promise<void> {
  const derive = promisify(pbkdf2);
  const began = performance.now();
  await Promise.all(Array.from({ length: 4 }, () => derive('a password', 'a salt', 600_000, 32, 'sha256')));
  // A machine that was busy for this one moment does not let a test that hangs go on for hours.
  process.env[variable] ??= String(Math.min(10, Math.max(1, (performance.now() - began) / usual)));
}

/**
 * Milliseconds of the processor that this process needs for something, all its threads together: what others do on the machine
 * does not count. The least of `times` runs, so that a collection of garbage does not count either.
 */
export async function work(run: () => unknown, times = 3): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < times; i += 1) {
    const began = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(began);
    least = Math.min(least, (user + system) / 1_000);
  }
  return least;
}
