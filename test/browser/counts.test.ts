/** Numbers of leads on screen: each equals the API's count, or says that there are more. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { settle } from '../support/browser.ts';
import { axeFindings, type ConsoleTest, startConsole } from '../support/console.ts';

let there: ConsoleTest;
beforeAll(async () => {
  there = await startConsole();
});
afterAll(() => there?.stop());

const path = '/campaigns/solar-dk';
const add = (count: number) =>
  sql`
    insert into leads (campaign_id, id, status, version, created_at, updated_at, "values")
    select c.id, uuidv7(), 'new', 1, now(), now(), jsonb_build_object('source', case when n = 1 then 'vendor-xyz' else 'website' end)
    from campaigns c, generate_series(1, ${count}::int) n where c.slug = 'solar-dk'`.execute(
    there.server.connection.db,
  );
const counted = async (query = '') =>
  (await there.owner.call(`GET ${path}/leads/count?exactly=true${query}`)).body as { count: number; exact: boolean };

test('a card and a list tell the exact number up to 10,000', async () => {
  await add(2_017);
  expect(await counted()).toEqual({ count: 2_017, exact: true });
  await there.at('/campaigns', async (page) => {
    await page.getByText('2,017', { exact: true }).waitFor();
    await settle(page, () => page.goto(`${there.server.url}/console${path}/leads`));
    await page.getByText(/^1–\d+ of 2,017 leads$/).waitFor();
    // There is nothing more to count.
    expect(await page.getByRole('button', { name: 'Count exactly' }).count()).toBe(0);
  });
});

test('beyond that both say that there are more, and Count exactly counts', async () => {
  await add(10_000);
  const { count } = await counted();
  expect(count).toBe(12_017);
  await there.at('/campaigns', async (page) => {
    await page.getByText('more than 10,000', { exact: true }).waitFor();
    await settle(page, () => page.goto(`${there.server.url}/console${path}/leads`));
    await page.getByText(/of more than 10,000 leads$/).waitFor();
    await page.getByRole('button', { name: 'Count exactly' }).click();
    await page.getByText(/of 12,017 leads$/).waitFor();
    expect(await page.getByRole('button', { name: 'Count exactly' }).count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  });
});
