/** A lead form of two hundred fields: a key renders only its own input again. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CDPSession } from 'playwright-core';
import { type ConsoleTest, startConsole } from '../support/console.ts';
import { makeLongLists, much } from '../support/long-lists.ts';

let there: ConsoleTest;
beforeAll(async () => {
  there = await startConsole();
  await makeLongLists(there.server.connection.db, there.server.vault, there.owner.accountId, {
    ...{ fields: much.fields, campaigns: 1 },
    ...{ tokens: 1, options: 1, filters: 1 },
  });
});
afterAll(() => there?.stop());

test('a key in a form of two hundred fields calls hardly more than in one of two', async () => {
  const callsIn = async (slug: string, label: RegExp): Promise<number> => {
    let calls = 0;
    await there.at(`/campaigns/${slug}/leads?lead=new`, async (page, { context }) => {
      const input = page.getByRole('textbox', { name: label });
      await input.pressSequentially('first');
      const session = await context.newCDPSession(page);
      await session.send('Profiler.enable');
      await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
      await callsOf(session);
      await input.pressSequentially('abcde');
      calls = (await callsOf(session)) / 5;
      expect(await input.inputValue()).toBe('firstabcde');
      await input.fill('');
    });
    return calls;
  };
  const [few, many] = [await callsIn('campaign-1', /^Name/), await callsIn('wide', /^Field 100$/)];
  expect(few).toBeGreaterThan(100);
  expect(many / few).toBeLessThan(5);
});

/** Counts of calls since the last question. */
async function callsOf(session: CDPSession): Promise<number> {
  const { result } = await session.send('Profiler.takePreciseCoverage');
  const counts = result.flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges[0]?.count ?? 0));
  return counts.reduce((sum, count) => sum + count, 0);
}
