/**
 * How long a test waits before it takes something to hang. No test passes or fails by a clock time: it counts, looks at the
 * order of events, or compares with a quiet run. Where only a time can show that something hangs, it is the time of a quiet
 * machine with two cores, multiplied by how much slower this machine was when the run began.
 */
import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';

/** The global setup stores its measurement here. It is read by the workers of the run and the processes that they start. */
const variable = 'LEADSPEC_TEST_SLOWNESS';

/** Milliseconds that the work of `measureSlowness` takes on a quiet machine with two cores. */
const usual = 140;

/** 1 on a quiet machine with two cores or more; a higher factor on a machine that is slower or busy. */
export const slowness = Number(process.env[variable] ?? 1);

/** The milliseconds to wait here, if a quiet machine would get `milliseconds`. */
export const patience = (milliseconds: number): number => Math.round(milliseconds * slowness);

/** Does a fixed amount of work on four threads at once. Jest's two workers, PostgreSQL and a browser keep as many busy. */
export async function measureSlowness(): Promise<void> {
  const derive = promisify(pbkdf2);
  const began = performance.now();
  await Promise.all(Array.from({ length: 4 }, () => derive('a password', 'a salt', 600_000, 32, 'sha256')));
  // Bounded, so that a machine that was busy at this moment does not let a hanging test run for hours.
  process.env[variable] ??= String(Math.min(10, Math.max(1, (performance.now() - began) / usual)));
}

/**
 * The processor time in milliseconds that this process needs to run something, on all its threads. Other processes do not
 * count. Takes the least of `times` runs, so that garbage collection does not count either.
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
