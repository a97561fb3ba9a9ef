/**
 * Not a test of the suite: `interrupted-run.test.ts` runs it and ends the run in the middle. It starts a service with its own
 * PostgreSQL, and a browser, reports that they are running, and waits for ever.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@jest/globals';
import { startBrowser } from '../../support/browser.ts';
import { startProcess } from '../../support/process.ts';

test('never ends', async () => {
  const browser = await startBrowser();
  await browser.newPage();
  await startProcess();
  writeFileSync(join(process.env.LEADSPEC_TEST_STARTED ?? '', String(process.pid)), '');
  await new Promise(() => undefined);
});
