/**
 * `/healthz`: the process lives. It never asks the database, because a restart would not help the database. `/readyz`: send
 * requests here. The database answers and accepts writes, its schema is migrated, and the process is not stopping. Refuses
 * with 503 and `Retry-After`.
 */
import { Router } from 'express';
import { isUnavailable, isWritable, unavailable } from '../../database/connection.ts';
import { isMigrated } from '../../database/migrate.ts';
import { refuse } from '../../problem/problem.ts';
import { refuseOtherMethods } from '../other-methods.ts';
import { stateOf } from '../request-state.ts';
import type { Runtime } from './runtime.ts';

/** Milliseconds for which the database's answer is kept, however many probes come. */
const freshFor = 500;
/** A database that takes longer counts as unavailable. In milliseconds. */
const answerWithin = 2_000;

export function healthRoutes(runtime: Pick<Runtime, 'connection' | 'isStopping'>): Router {
  const router = Router();
  const { db } = runtime.connection;
  const askDatabase = remembered(() =>
    withinTime(Promise.all([isMigrated(db), isWritable(db)]).then(([migrated, writable]) => ({ migrated, writable }))),
  );

  router.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'alive' });
  });

  router.get('/readyz', async (_request, response) => {
    stateOf(response).tellsReadiness = true;
    if (runtime.isStopping()) throw notYet('The service is about to stop.');
    const { migrated, writable } = await askDatabase().catch((error: unknown) => {
      throw error instanceof TooSlow || isUnavailable(error) ? unavailable(error) : error;
    });
    if (!writable) throw notYet('The database is read-only.');
    if (!migrated) throw notYet('The database has not been migrated to what this version needs.');
    response.set('Cache-Control', 'no-store').json({ status: 'ready' });
  });

  for (const path of ['/healthz', '/readyz']) refuseOtherMethods(router, path);
  return router;
}

const notYet = (detail: string) => refuse('unavailable', detail, { headers: { 'Retry-After': '1' } });

/** Asks once at a time and keeps the answer for a moment, so that probes never pile up behind a slow database. */
function remembered<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => {
    if (!answer) {
      answer = ask();
      const forget = () => setTimeout(() => (answer = undefined), freshFor).unref();
      answer.then(forget, forget);
    }
    return answer;
  };
}

class TooSlow extends Error {}

function withinTime<T>(promise: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new TooSlow('The database did not answer in time')), answerWithin);
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
