/**
 * WORKERS processes on one port. The first process (the primary) answers no requests. It owns the database, starts the
 * workers, replaces a worker that dies, and tells them to stop. A worker gets keys and addresses by message, never through
 * its environment.
 */
import cluster, { type Worker } from 'node:cluster';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from './config.ts';
import type { DatabaseAccess } from './database/open.ts';
import type { Logger } from './logger.ts';

type Message =
  | { readonly leadspec: 'task'; readonly task: DatabaseAccess }
  | { readonly leadspec: 'stop'; linger: boolean };

export interface Workers {
  /** Resolves when all workers listen. Rejects when a worker reports that it cannot start, and then ends the others. */
  readonly listening: Promise<void>;
  /** Resolves when all workers have finished their requests and ended. */
  stop(options: { linger: boolean }): Promise<void>;
}

/** Milliseconds from the end of lingering until a worker is ended. */
const graceMs = 18_000;

/** Starts the workers. They can be stopped at once, because the first may answer requests long before the last listens. */
export function startWorkers(
  { workers: count, lingerMs }: Pick<Config, 'workers' | 'lingerMs'>,
  task: DatabaseAccess,
  logger: Logger,
): Workers {
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
      // The worker has reported why it cannot start. Another attempt would only report it again.
      if (!listened && code === 1) return reject(new WorkerFailedError());
      logger.error({ pid: worker.process.pid, code, signal }, 'A worker has ended; starting another one');
      // A worker that dies at once must not be replaced in a tight loop.
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
      await Promise.race([gone, sleep(lingerMs + graceMs, undefined, { ref: false })]);
      for (const worker of living()) worker.process.kill('SIGKILL');
    },
  };
}

/** A worker could not start, and has reported why. */
export class WorkerFailedError extends Error {}

function living(): Worker[] {
  return Object.values(cluster.workers ?? {}).filter((worker): worker is Worker => worker?.isConnected() ?? false);
}

/** Runs in a worker: waits for the task, and calls `onStop` when the primary says so. */
export function receiveTask(onStop: (options: { linger: boolean }) => void): Promise<DatabaseAccess> {
  return new Promise((resolve) => {
    process.on('message', (message: Partial<Message>) => {
      if (message.leadspec === 'task' && message.task) resolve(message.task);
      if (message.leadspec === 'stop') onStop({ linger: message.linger ?? false });
    });
  });
}
