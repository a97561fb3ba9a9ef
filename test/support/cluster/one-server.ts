/** Tests that need one PostgreSQL, or a cluster. Elsewhere they are skipped, and say why. */
import { test } from '@jest/globals';
import { testLayout } from '../database.ts';

type Run = () => Promise<unknown> | unknown;

/** `onOneServer('there are no triggers')('a name', async () => …)`. */
export const onOneServer = (why: string) => (name: string, run: Run) =>
  testLayout === 'single'
    ? test(name, async () => void (await run()))
    : test.skip(`${name} (not on a cluster: ${why})`, () => undefined);

/** A test that needs a cluster: see `npm run test:citus`. */
export const onCluster = testLayout === 'distributed' ? test : test.skip;
