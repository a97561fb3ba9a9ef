/**
 * Every time on screen is the API's own time in the member's zone: with a browser in another zone, right after midnight, at
 * the end of a month, and where a day has 23 or 25 hours. This file makes the expected words from Intl alone.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { settle } from '../../support/browser.ts';
import { type ConsoleTest, startConsole } from '../../support/console.ts';

let there: ConsoleTest;
const campaign = '/campaigns/solar-dk';
let tokenId: string;
beforeAll(async () => {
  there = await startConsole();
  const { owner } = there;
  await owner.call(`POST ${campaign}/fields`, { body: { key: 'called_at', label: 'Called at', type: 'datetime' } });
  await owner.call(`POST ${campaign}/fields`, { body: { key: 'visit', label: 'Visit', type: 'date' } });
  const token = { name: 'Ends', permission: 'read', expires_at: '2027-12-31T23:00:00Z' };
  tokenId = (await owner.call(`POST ${campaign}/tokens`, { body: token })).body.id;
});
afterAll(() => there?.stop());

const partsIn = (zone: string, at: number) =>
  Object.fromEntries(
    new Intl.DateTimeFormat('en-US', {
      ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'short', day: 'numeric' },
      ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
    } as Intl.DateTimeFormatOptions)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
/** `27 Dec 2026`. */
const dayIn = (zone: string, at: number) => {
  const { day, month, year } = partsIn(zone, at);
  return `${day} ${month} ${year}`;
};
const momentIn = (zone: string, at: number) => {
  const { hour, minute } = partsIn(zone, at);
  return `${dayIn(zone, at)}, ${hour}:${minute}`;
};
const exactIn = (zone: string, at: number) => `${momentIn(zone, at)}:${partsIn(zone, at).second}`;
const dayNumber = (zone: string, at: number) => Date.parse(`${dayIn(zone, at)} UTC`) / 86_400_000;
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
function agoIn(zone: string, at: number, now: number): string {
  const seconds = Math.abs(at - now) / 1000;
  const days = dayNumber(zone, at) - dayNumber(zone, now);
  const sign = at < now ? -1 : 1;
  if (seconds < 5) return 'just now';
  if (seconds < 60) return relative.format(sign * Math.floor(seconds), 'second');
  if (seconds < 3600) return relative.format(sign * Math.floor(seconds / 60), 'minute');
  const hours = Math.floor(seconds / 3600);
  if (hours < 6 || (hours < 24 && days === 0)) return relative.format(sign * hours, 'hour');
  if (Math.abs(days) < 30) return relative.format(days, 'day');
  const month = (time: number) => {
    const { month, year } = partsIn(zone, time);
    return Number(year) * 12 + new Date(`1 ${month} 2000 UTC`).getUTCMonth();
  };
  const months = month(at) - month(now);
  if (Math.abs(months) < 12) return relative.format(months, 'month');
  return relative.format(Number(partsIn(zone, at).year) - Number(partsIn(zone, now).year), 'year');
}

const cases = [
  ['right after midnight, as a month begins', 'Europe/Copenhagen', 'America/New_York', '2026-11-30T23:05:00.000Z'],
  ['on the evening of a month’s last day', 'America/New_York', 'Europe/Copenhagen', '2026-12-01T04:30:00.000Z'],
  ['on a day of 23 hours', 'America/New_York', 'Pacific/Auckland', '2026-03-08T12:00:00.000Z'],
  ['right after a day of 25 hours', 'Europe/Copenhagen', 'Pacific/Auckland', '2026-10-25T23:10:00.000Z'],
] as const;
/** Ages in minutes: on both sides of midnight, of a day, of a week and of a month. */
const ages = [0, 4, 20, 200, 1_000, 1_439, 1_441, 1_500, 2_900, 11_000, 43_300, 50_000];

/** Everything in the account happened at one of these ages. */
async function age(zone: string, now: string): Promise<void> {
  const { owner, server } = there;
  const { db } = server.connection;
  await owner.call('PATCH /session', { body: { time_zone: zone } });
  await sql`delete from leads`.execute(db);
  for (const minutes of ages) {
    const at = new Date(Date.parse(now) - minutes * 60_000).toISOString();
    const fields = { source: 'website', called_at: at, visit: at.slice(0, 10) };
    const { id } = (await owner.call(`POST ${campaign}/leads`, { body: { fields } })).body;
    // Lists are sorted by the time in the id.
    await sql`
      with moved as (
        update leads set id = uuidv7(${at}::timestamptz - clock_timestamp()), created_at = ${at}::timestamptz,
          updated_at = ${at}::timestamptz where id = ${id}::uuid returning id)
      update lead_events set lead_id = moved.id from moved where lead_id = ${id}::uuid`.execute(db);
  }
  const spread = (table: string, column: string) =>
    sql`update ${sql.table(table)} t set ${sql.ref(column)} =
      ${now}::timestamptz - (${ages}::int[])[1 + s.n % ${ages.length}::int] * interval '1 minute'
      from (select ctid, (row_number() over ())::int as n from ${sql.table(table)}) s where s.ctid = t.ctid`.execute(
      db,
    );
  await spread('revisions', 'at');
  await spread('audit_log', 'at');
  await spread('members', 'last_signed_in_at');
  await sql`update tokens set expires_at = '2031-04-01T03:59:59.999Z'`.execute(db);
}

const timesOn = (page: Page) =>
  page.evaluate<[string, string][]>(
    `[...document.querySelectorAll('main time, [role=dialog] time')].map((time) => [time.dateTime, time.textContent])`,
  );

test.each(cases)('%s: each page says what the API says', async (_, zone, timezoneId, now) => {
  await age(zone, now);
  const at = Date.parse(now);
  const get = async (path: string) => JSON.stringify((await there.owner.call(`GET ${path}`)).body);
  const [{ id: lead }] = (await there.owner.call(`GET ${campaign}/leads`)).body.data;
  const pages: readonly [page: string, api: readonly string[], at_least: number][] = [
    ['/campaigns', ['/campaigns'], 1],
    [`${campaign}/leads`, [`${campaign}/leads`], ages.length],
    [
      `${campaign}/leads?lead=${lead}`,
      [`${campaign}/leads/${lead}`, `${campaign}/leads/${lead}/history`, `${campaign}/leads`],
      3,
    ],
    [`${campaign}/revisions`, [`${campaign}/revisions`], 3],
    [`${campaign}/documentation`, [`${campaign}/tokens`], 1],
    ['/account/members', ['/members'], 1],
    ['/account/audit?from=2020-01-01T00:00:00Z', ['/audit'], 5],
    ['/account/settings', ['/sessions'], 2],
  ];
  const { page, context } = await there.open({ as: there.owner, timezoneId, now });
  for (const [path, api, least] of pages) {
    await settle(page, () => page.goto(`${there.server.url}/console${path}`));
    await page
      .locator('main time, [role=dialog] time')
      .nth(least - 1)
      .waitFor({ state: 'attached' });
    const answers = (await Promise.all(api.map(get))).join();
    const times = await timesOn(page);
    for (const [moment, text] of times) {
      expect([path, answers.includes(moment)]).toEqual([path, true]);
      const right = [agoIn(zone, Date.parse(moment), at), momentIn(zone, Date.parse(moment))];
      expect([path, moment, right]).toEqual([path, moment, expect.arrayContaining([text])]);
    }
  }
  await context.close();
});

test.each(cases)('%s: a moment in a lead and its history is in the member’s zone', async (_, zone, timezoneId, now) => {
  await age(zone, now);
  const [lead] = (await there.owner.call(`GET ${campaign}/leads?sort=created_at`)).body.data;
  const { page, context } = await there.open({
    as: there.owner,
    timezoneId,
    now,
    path: `${campaign}/leads?lead=${lead.id}`,
  });
  const dialog = page.getByRole('dialog');
  const exact = exactIn(zone, Date.parse(lead.fields.called_at));
  expect(await dialog.getByRole('button', { name: 'Called at' }).first().textContent()).toBe(exact);
  await dialog.getByRole('tab', { name: 'History' }).click();
  await dialog.getByText(`Called at: ${exact}`).waitFor();
  await dialog.getByText(`Visit: ${dayIn('UTC', Date.parse(lead.fields.visit))}`).waitFor();
  await context.close();
});

test.each(cases)(
  '%s: Today is the member’s day, and the list has exactly its leads',
  async (_, zone, timezoneId, now) => {
    await age(zone, now);
    const { page, context } = await there.open({ as: there.owner, timezoneId, now, path: `${campaign}/leads` });
    await page.getByRole('button', { name: 'Add filter' }).click();
    await page.getByRole('menuitem', { name: 'Created' }).click();
    await page.getByRole('button', { name: 'Today' }).click();
    await settle(page, () => page.getByRole('button', { name: 'Apply' }).click());
    const today = dayIn(zone, Date.parse(now));
    await page.getByText(`from ${today}`).waitFor();
    const from = new URL(page.url()).searchParams.get('created_at.gte') ?? '';
    const start = Date.parse(from);
    expect([dayIn(zone, start), dayIn(zone, start - 1)]).toEqual([today, dayIn(zone, Date.parse(now) - 86_400_000)]);
    const { data } = (await there.owner.call(`GET ${campaign}/leads?created_at.gte=${encodeURIComponent(from)}`)).body;
    const shown = await timesOn(page);
    // Each lead was called when it was created.
    expect([...new Set(shown.map(([at]) => at))]).toEqual(data.map((lead: { created_at: string }) => lead.created_at));
    expect(data.every((lead: { created_at: string }) => dayIn(zone, Date.parse(lead.created_at)) === today)).toBe(true);
    await context.close();
  },
);

test('a token that expires on a day ends with it in the member’s zone, whatever the browser’s', async () => {
  await there.owner.call('PATCH /session', { body: { time_zone: 'Europe/Copenhagen' } });
  await there.owner.call(`PATCH /tokens/${tokenId}`, { body: { expires_at: '2030-03-30T22:59:59.999Z' } });
  const options = { timezoneId: 'America/New_York', now: '2030-03-29T23:30:00Z' };
  await there.at(
    `${campaign}/documentation`,
    async (page) => {
      await page.getByText('30 Mar 2030, 23:59').first().waitFor();
      await page.getByRole('button', { name: 'More for Ends' }).click();
      await page.getByRole('menuitem', { name: 'Change…' }).click();
      const day = page.getByRole('textbox', { name: 'Last day' });
      expect(await day.inputValue()).toBe('30 Mar 2030');
      // The clocks go forward on this day, which has 23 hours.
      await day.fill('31 Mar 2030');
      await day.press('Tab');
      await page.getByText('Ends 31 Mar 2030, 23:59.').waitFor();
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    },
    options,
  );
  expect((await there.owner.call(`GET /tokens/${tokenId}`)).body.expires_at).toBe('2030-03-31T21:59:59.999Z');
});

test('a page that stays open says how long ago it is now', async () => {
  const { id } = (await there.owner.call(`POST ${campaign}/leads`, { body: { fields: { source: 'website' } } })).body;
  const made = (await there.owner.call(`GET ${campaign}/leads/${id}`)).body.created_at;
  const visit = await there.open({ as: there.owner });
  const { page, context } = visit;
  await page.clock.install({ time: Date.parse(made) + 1_000 });
  await settle(page, () => page.goto(`${there.server.url}/console${campaign}/leads`));
  const time = page.locator(`main time[datetime="${made}"]`).first();
  expect(await time.textContent()).toBe('just now');
  await page.clock.fastForward('02:00:00');
  await page.locator(`main time[datetime="${made}"]`, { hasText: '2 hours ago' }).first().waitFor();
  await context.close();
});
