/** A token's changelog has every entry, however many revisions its campaign has, and can be read page by page. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { noDocuments, revise } from '../../../src/campaign/revise.ts';
import { change, type TestToken } from '../../support/campaigns.ts';
import { type Client as Member, signUpMember } from '../../support/manage.ts';
import { startVendors, type Vendors } from '../../support/vendors.ts';

interface Entry {
  readonly id: string;
  readonly revision: number;
  readonly note: string | null;
  readonly changes: readonly { readonly sentence: string }[];
}

let v: Vendors;
let admin: Member;
beforeAll(async () => {
  v = await startVendors();
  admin = await signUpMember(v.server, v.accountId, 'owner');
});
afterAll(() => v.stop());

const at = (token: TestToken, suffix: string, below = '') =>
  fetch(`${v.server.url}/docs/${token.docsId}${below}/changelog${suffix}`);
const page = async (token: TestToken, query = '', below = '') =>
  (await (await at(token, `.json${query}`, below)).json()) as {
    revision: number;
    entries: Entry[];
    next: string | null;
  };
/** All pages, one after the other. */
async function all(token: TestToken, below = ''): Promise<{ entries: Entry[]; pages: number }> {
  const entries: Entry[] = [];
  let next: string | null = null;
  let pages = 0;
  do {
    const read: Awaited<ReturnType<typeof page>> = await page(token, next === null ? '' : `?before=${next}`, below);
    entries.push(...read.entries);
    next = read.next;
    pages += 1;
  } while (next !== null);
  return { entries, pages };
}
const label = (text: string) => change(v.db, v.campaign, sql`update fields set label = ${text} where key = 'zip'`);
const ofOthers = (text: string) =>
  change(v.db, v.campaign, sql`update options set label = ${text} where value = 'nordic-leads'`);
const sentences = (entries: readonly Entry[]) => entries.map(({ changes }) => changes.map(({ sentence }) => sentence));

test('an entry still appears after hundreds of revisions that concern others', async () => {
  const token = await v.token({ filter: 'Vendor XYZ' });
  await change(v.db, v.campaign, sql`update fields set required = true where key = 'website'`);
  for (let i = 0; i < 130; i += 1) await ofOthers(`Northern ${i}`);

  const { revision, entries, next } = await page(token);
  expect({ revision, next, told: sentences(entries) }).toEqual({
    revision: 2,
    next: null,
    told: [['`website` is now required.']],
  });
  expect(await (await at(token, '')).text()).toContain('<code>website</code> is now required.');
});

test('more entries than a page holds are read page by page, each once, and every one appears', async () => {
  const token = await v.token({ filter: 'Vendor XYZ' });
  for (let i = 0; i < 60; i += 1) {
    await label(`Zip ${i}`);
    if (i % 20 === 0) await admin.call(`PATCH /tokens/${token.id}`, { body: { notes: `Note ${i}` } });
  }
  const { entries, pages } = await all(token);
  expect(pages).toBe(2);
  expect(entries.map(({ revision }) => revision)).toEqual(Array.from({ length: 63 }, (_, i) => 64 - i));
  expect(new Set(entries.map(({ id }) => id)).size).toBe(63);

  const first = await (await at(token, '')).text();
  const older = /<a rel="next" href="([^"]+)">/.exec(first)?.[1];
  const second = await (await fetch(`${v.server.url}${older}`)).text();
  expect(second).toContain('<h2>Revision 2 ');
  expect(second).not.toContain('rel="next"');

  const feed = await (await at(token, '.atom')).text();
  const next = /<link rel="next" href="([^"]+)"\/>/.exec(feed)?.[1] ?? '';
  const rest = await (await fetch(next)).text();
  expect([feed, rest].map((text) => text.match(/<entry>/g)?.length)).toEqual([50, 13]);
  expect(rest).not.toContain('rel="next"');
});

test('a page that begins at no entry is refused in words', async () => {
  for (const before of ['revision-9999', 'x', '']) {
    const answer = await at(v.tokens.xyz, `.json?before=${before}`);
    expect([answer.status, await answer.json()]).toEqual([
      400,
      expect.objectContaining({ errors: [expect.objectContaining({ parameter: 'before' })] }),
    ]);
  }
});

test('a broad token has a revision for each campaign, and their sum for the document of all', async () => {
  const token = await v.token({ broad: true });
  const below = `/campaigns/${v.campaign.slug}`;
  const made = await admin.call('POST /campaigns', { body: { name: 'Second' } });
  expect(made.status).toBe(201);
  const combined = async () => {
    const { body, headers } = await v.client(token).get('/v1/openapi.json');
    const { version } = body.info as { version: string };
    expect(headers.get('X-Schema-Revision')).toBe(version);
    return Number(version);
  };
  expect(await combined()).toBe(2);
  await ofOthers('To a broad token nobody is another');
  expect(await combined()).toBe(3);

  await admin.call(`PATCH /tokens/${token.id}`, { body: { permission: 'read' } });
  await label('Zip of a broad token');
  expect(await combined()).toBe(6);
  const { entries } = await all(token, below);
  expect(entries.map(({ revision }) => revision)).toEqual([4, 3, 2]);
  expect(sentences(entries)[1]).toContain('Leads can no longer be created, changed or deleted with this token.');
  expect((await all(token, `/campaigns/${made.body.slug}`)).entries.map(({ revision }) => revision)).toEqual([2]);
  // A deletion must not lower the number.
  expect((await admin.call(`DELETE /campaigns/${made.body.slug}`)).status).toBe(204);
  expect(await combined()).toBe(7);
});

test('another name of the account appears for every token', async () => {
  const token = await v.token({ filter: 'Vendor XYZ' });
  await label('Before the new name');
  await admin.call('PATCH /account', { body: { name: 'New & better' } });
  const { revision, entries } = await page(token);
  expect(revision).toBe(3);
  expect((await v.client(token).get('/')).body.revision).toBe(3);
  expect(sentences(entries)[0]).toEqual(['The account is now called “New & better”.']);
  await label('After the new name');
  expect(sentences((await page(token)).entries).slice(1)).toEqual(sentences(entries));
});

test('the note of an announcement stays with its entry, and the announcement has its own revision', async () => {
  const token = await v.token({ filter: 'Vendor XYZ' });
  const announced = await admin.call(`POST /campaigns/${v.campaign.slug}/announced-changes`, {
    body: {
      at: new Date(Date.now() + 86_400_000).toISOString(),
      note: 'We plan routes.',
      change: { operation: 'updateField', path: { key: 'notes' }, body: { required: true } },
    },
  });
  expect(announced.status).toBe(201);
  expect(await page(token)).toMatchObject({
    revision: 2,
    entries: [{ changes: [{ kind: 'announced', class: 'textual' }] }],
  });
  await admin.call(`DELETE /campaigns/${v.campaign.slug}/announced-changes/${announced.body.id}`);
  const { revision, entries } = await page(token);
  expect(revision).toBe(3);
  expect(sentences(entries)[0]?.[0]).toMatch(
    /^The change announced for .* was called off\. It said: `notes` will be required\.$/,
  );
});

test('changes from before each token had a revision are worked out once and stored', async () => {
  const token = await v.token({ filter: 'Vendor XYZ' });
  const silently = (statement: ReturnType<typeof sql>) =>
    revise(v.db, {
      campaignId: v.campaign.id,
      changedBy: null,
      noteDocuments: noDocuments,
      async apply(trx) {
        await statement.execute(trx);
        return { result: undefined, changes: [{ kind: 'test' }] };
      },
    });
  await silently(sql`update fields set label = 'A' where key = 'name'`);
  for (let i = 0; i < 60; i += 1)
    await silently(sql`update options set label = ${`N ${i}`} where value = 'nordic-leads'`);
  const { campaign } = await silently(sql`update fields set label = 'B' where key = 'name'`);
  // The state after the migration.
  const began = campaign.revision - 1;
  await sql`insert into token_documents (campaign_id, token_id, changes, began, looked_back)
    values (${campaign.id}, ${token.id}, ${began}, ${began}, false)`.execute(v.db);
  // A cached campaign would not notice it.
  await sql`update campaign_heads set epoch = epoch + 1 where campaign_id = ${campaign.id}`.execute(v.db);

  const old = await page(token);
  expect(old.revision).toBe(campaign.revision);
  expect(sentences(old.entries)).toEqual([['`name` is now called “B”.'], ['`name` is now called “A”.']]);
  expect(old.entries.map(({ id }) => id)).toEqual([
    `revision-${campaign.revision}`,
    `revision-${campaign.revision - 61}`,
  ]);

  await label('After the count began');
  await sql`delete from revisions where campaign_id = ${campaign.id} and revision between 2 and ${began - 10}`.execute(
    v.db,
  );
  const now = await page(token);
  expect(now.revision).toBe(campaign.revision + 1);
  expect(now.entries.slice(1)).toEqual(old.entries);
});
