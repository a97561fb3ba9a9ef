/**
 * WORKERS processes on one port. The first one (the primary) answers no request: it owns the database, starts the
 * others, replaces one that dies, and tells them to stop. Keys and addresses go to a worker by message, never through
 * its environment.
 */
import cluster, { type Worker } from 'node:cluster';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from './logger.ts';

/** What a worker needs from the primary to serve. */
export interface WorkerTask {
  readonly databaseUrl: string;
  readonly secretKeys: readonly Buffer[];
}

type Message =
  | { readonly leadspec: 'task'; readonly task: WorkerTask }
  | { readonly leadspec: 'stop'; linger: boolean };

export interface Workers {
  /** Resolves when all of them listen; rejects when one says that it cannot start, and then ends the others. */
  readonly listening: Promise<void>;
  /** Resolves when all have answered what was under way and are gone. */
  stop(options: { linger: boolean }): Promise<void>;
}

/** Starts `count` workers. They can be stopped from here on: the first may answer requests long before the last listens. */
export function startWorkers(count: number, task: WorkerTask, logger: Logger): Workers {
  let stopping = false;
  cluster.setupPrimary({ serialization: 'advanced' });

  const start = (): Promise<void> => {
    const worker = cluster.fork();
    const born = Date.now();
    worker.send({ leadspec: 'task', task } satisfies Message);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    let listened = false;
    worker.once('listening', () => {
      listened = true;
      resolve();
    });
    worker.once('exit', async (code, signal) => {
      if (stopping) return;
      // It has told why it cannot start; to try again would tell it again.
      if (!listened && code === 1) return reject(new WorkerFailedError());
      logger.error({ pid: worker.process.pid, code, signal }, 'A worker has ended; another takes its place');
      // One that dies at once must not be replaced in a tight loop.
      await sleep(Math.max(0, 1_000 - (Date.now() - born)));
      while (!stopping) {
        const replaced = await start().catch(() => 'failed' as const);
        if (replaced !== 'failed') return resolve();
        await sleep(1_000);
      }
    });
    return promise;
  };

  const listening = Promise.all(Array.from({ length: count }, start)).then(
    () => undefined,
    (error: unknown) => {
      stopping = true;
      for (const worker of living()) worker.process.kill('SIGKILL');
      throw error;
    },
  );
  return {
    listening,
    async stop({ linger }) {
      stopping = true;
      const workers = living();
      const gone = Promise.all(workers.map((worker) => new Promise((resolve) => worker.once('exit', resolve))));
      for (const worker of workers) worker.send({ leadspec: 'stop', linger } satisfies Message, () => undefined);
      await Promise.race([gone, sleep(20_000, undefined, { ref: false })]);
      for (const worker of living()) worker.process.kill('SIGKILL');
    },
  };
}

/** A worker could not start. It has told why. */
export class WorkerFailedError extends Error {}

function living(): Worker[] {
  return Object.values(cluster.workers ?? {}).filter((worker): worker is Worker => worker?.isConnected() ?? false);
}

/** In a worker: waits for the task, and calls `onStop` when the primary says so. */
export function receiveTask(onStop: (options: { linger: boolean }) => void): Promise<WorkerTask> {
  return new Promise((resolve) => {
    process.on('message', (message: Partial<Message>) => {
      if (message.leadspec === 'task' && message.task) resolve(message.task);
      if (message.leadspec === 'stop') onStop({ linger: message.linger ?? false });
    });
  });
}
