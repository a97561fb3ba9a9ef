/**
 * The end of a run that is stopped in the middle: by SIGTERM, by SIGINT, or because the terminal has closed. Jest by itself
 * would end at once and leave PostgreSQL, services and browsers behind. So each of its processes first cleans up what it has
 * started: a worker when it gets the signal or when jest has gone, and jest itself when it gets the signal.
 */
import { spawnSync } from 'node:child_process';
import { constants } from 'node:os';

interface Ending {
  readonly cleanUps: Set<() => unknown>;
  begun: boolean;
}

// The environment of test files and the global setup may each load this module in the same process.
const key = Symbol.for('leadspec interrupted run');
const holder = globalThis as unknown as Record<symbol, Ending | undefined>;
const known = holder[key];
const ending: Ending = known ?? { cleanUps: new Set(), begun: false };
holder[key] = ending;

/** Runs `cleanUp` if the run is stopped from now on. Returns a function that cancels this. */
export function whenInterrupted(cleanUp: () => unknown): () => void {
  ending.cleanUps.add(cleanUp);
  return () => ending.cleanUps.delete(cleanUp);
}

async function end(code: number): Promise<void> {
  if (ending.begun) return;
  ending.begun = true;
  // Before anything is stopped, because processes that have lost their parent cannot be found any more.
  const started = descendants(process.pid);
  await Promise.allSettled([...ending.cleanUps].map(async (cleanUp) => await cleanUp()));
  for (const pid of started) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
  process.exit(code);
}

/** All processes below a process, except jest's workers, which clean up after themselves. */
function descendants(parent: number): number[] {
  const lines = spawnSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).stdout.trim().split('\n');
  const all = lines.map((line) => {
    const [pid, ppid, ...args] = line.trim().split(/\s+/);
    return {
      pid: Number(pid),
      ppid: Number(ppid),
      isWorker: args.some((arg) => /jest-worker.*processChild/.test(arg)),
    };
  });
  const below = (of: number): number[] =>
    all.filter(({ ppid, isWorker }) => ppid === of && !isWorker).flatMap(({ pid }) => [pid, ...below(pid)]);
  return below(parent);
}

if (!known) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => end(128 + constants.signals[signal]));
  // Not with the event `disconnect`, whose listener would keep an idle worker alive.
  if (process.send) setInterval(() => process.connected || end(1), 500).unref();
}
