/** A token's changelog: the changes of its document since its creation, as a page, as JSON, and as an Atom feed. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { change, type TestToken } from '../support/campaigns.ts';
import { type Client as Member, signUpMember } from '../support/manage.ts';
import { startVendors, type Vendors } from '../support/vendors.ts';

interface Changelog {
  readonly revision: number;
  readonly entries: readonly {
    id: string;
    revision: number;
    at: string;
    changes: { class: string; sentence: string }[];
  }[];
}

const other = 'breaking: The filter of this token now matches other leads.';
const more = 'additive: The filter of this token now matches more leads: those from before, and others.';
const fewer = 'breaking: The filter of this token now matches fewer leads: only some of those from before.';
const twoSources = { path: 'fields.source', op: 'in', value: ['vendor-xyz', 'nordic-leads'] };

let v: Vendors;
let admin: Member;
let early: TestToken;
beforeAll(async () => {
  v = await startVendors();
  admin = await signUpMember(v.server, v.accountId, 'admin');
  early = v.tokens.xyz;
  await change(v.db, v.campaign, sql`update fields set required = true where key = 'roof_type'`);
  await change(
    v.db,
    v.campaign,
    sql`update options set label = 'Northern', archived_at = now() where value = 'nordic-leads'`,
  );
  await change(v.db, v.campaign, sql`update fields set label = '<b>Zip</b>' where key = 'zip'`);
});
afterAll(() => v.stop());

const at = (token: TestToken, suffix: string) => fetch(`${v.server.url}/docs/${token.docsId}${suffix}`);
const read = async (token: TestToken, below = '') =>
  (await (await at(token, `${below}/changelog.json`)).json()) as Changelog;
/** Gives the token another filter, as a member would. */
async function tie(token: TestToken, filterId: string): Promise<void> {
  const answer = await admin.call(`PATCH /tokens/${token.id}`, { body: { filter_id: filterId } });
  expect(answer.status).toBe(200);
}
const sentences = ({ entries }: Changelog) =>
  entries.map(({ revision, changes }) => [revision, ...changes.map((c) => `${c.class}: ${c.sentence}`)]);

test('the changelog shows the changes that concern the token, by revision, newest first', async () => {
  const log = await read(early);
  expect(log.revision).toBe(3);
  expect(sentences(log)).toEqual([
    [3, 'textual: `zip` is now called “<b>Zip</b>”.'],
    [2, 'breaking: `roof_type` is now required.'],
  ]);
  expect(sentences(await read(v.tokens.nordic)).map(([revision]) => revision)).toEqual([4, 3, 2]);
  expect(JSON.stringify(log)).not.toContain('ordic');
});

test('a changelog begins with its token, and a broad token has one for each campaign', async () => {
  const late = await v.token({ filter: 'Vendor XYZ' });
  expect((await read(late)).entries).toEqual([]);
  await change(v.db, v.campaign, sql`update fields set max_length = 50 where key = 'name'`);
  expect(sentences(await read(late))).toEqual([
    [2, 'breaking: `name` must now be at most 50 characters long, and was at most 100.'],
  ]);
  expect(sentences(await read(v.tokens.broad, `/campaigns/${v.campaign.slug}`))).toHaveLength(4);
  expect((await at(v.tokens.broad, '/changelog')).status).toBe(404);
});

test('a reading token has no entries about what writers must send', async () => {
  const token = await v.token({ filter: 'Vendor XYZ', permission: 'read' });
  await change(v.db, v.campaign, sql`update fields set required = true where key = 'website'`);
  expect((await read(token)).entries).toEqual([]);
});

test("a token with a new filter sees that it is new, and not the old filter's condition", async () => {
  const token = await v.token({ filter: 'Nordic Leads' });
  await change(
    v.db,
    v.campaign,
    sql`insert into filters (campaign_id, id, name, condition, created_at) select campaign_id, '0199c000-0000-7000-8000-00000000f111', 'Tiles', ${twoSources}::jsonb, now() from filters limit 1`,
  );
  await change(
    v.db,
    v.campaign,
    sql`update filters set condition = ${{ path: 'fields.roof_type', op: 'eq', value: 'tile' }}::jsonb where name = 'Tiles'`,
  );
  expect((await read(token)).entries).toEqual([]);
  await tie(token, '0199c000-0000-7000-8000-00000000f111');
  const log = await read(token);
  expect(log.entries).toHaveLength(1);
  expect(log.entries[0]?.id).toMatch(/^token-\d+$/);
  expect(sentences(log)[0]).toEqual(
    expect.arrayContaining([
      2,
      other,
      'breaking: `roof_type` is now always `tile`.',
      'may_break: `source` is no longer always `nordic-leads`: responses may hold other values, and may be empty from then on.',
    ]),
  );
  expect(await (await at(token, '/changelog')).text()).toContain('Change of this token');
});

test('a changed filter appears in the changelogs of its own tokens, with its effect on their documents', async () => {
  const its = await v.token({ filter: 'Nordic Leads' });
  const [xyz, later] = [await v.token({ filter: 'Vendor XYZ' }), await v.token()];
  await change(v.db, v.campaign, sql`update filters set name = 'Nordic' where name = 'Nordic Leads'`);
  expect((await read(its)).entries).toEqual([]);

  const becomes = (condition: object) =>
    change(v.db, v.campaign, sql`update filters set condition = ${condition}::jsonb where name = 'Nordic'`);
  const { filters } = await becomes(twoSources);
  const wider = sentences(await read(its));
  expect(wider).toEqual([
    expect.arrayContaining([
      2,
      more,
      'may_break: `source` is no longer always `nordic-leads`: responses may hold other values from then on.',
    ]),
  ]);
  for (const token of [xyz, later]) expect((await read(token)).entries).toEqual([]);
  expect(await (await at(its, '/changelog')).text()).toContain('The filter of this token now matches more leads');

  // A token that is tied to the filter later never saw what the filter matched before.
  await tie(later, filters.find(({ name }) => name === 'Nordic')?.id ?? '');
  expect(sentences(await read(later))).toHaveLength(1);
  await becomes({ path: 'fields.source', op: 'eq', value: 'nordic-leads' });
  const narrower = [fewer, 'breaking: `source` is now always `nordic-leads`.'];
  expect(sentences(await read(later))[0]).toEqual(expect.arrayContaining([3, ...narrower]));
  // An entry never changes later.
  expect(sentences(await read(its))).toEqual([expect.arrayContaining([3, ...narrower]), ...wider]);
});

test('a deleted filter appears once in the changelogs of the tokens that lose it; earlier entries stay', async () => {
  const condition = { path: 'fields.source', op: 'eq', value: 'vendor-xyz' };
  const made = await admin.call(`POST /campaigns/${v.campaign.slug}/filters`, {
    body: { name: 'For a while', condition },
  });
  const loses = await v.token({ filter: 'Vendor XYZ' });
  await change(v.db, v.campaign, sql`update fields set label = 'Remarks' where key = 'notes'`);
  const before = sentences(await read(loses));
  expect(before).toHaveLength(1);
  await tie(loses, made.body.id);
  expect(sentences(await read(loses))).toEqual(before);
  const gone = await admin.call(`DELETE /campaigns/${v.campaign.slug}/filters/${made.body.id}?force=true`);
  expect(gone.status).toBe(204);
  const log = await read(loses);
  const told = [
    log.revision,
    'breaking: The filter of this token was deleted: the token now sees no leads, and can no longer create any.',
  ];
  expect(sentences(log)).toEqual([told, ...before]);
  expect(JSON.stringify(log)).not.toContain('For a while');
  expect(JSON.stringify((await read(v.tokens.nordic)).entries)).not.toContain('deleted');

  await change(v.db, v.campaign, sql`update fields set label = 'Last name' where key = 'name'`);
  expect(sentences(await read(loses)).slice(1)).toEqual([told, ...before]);
  // With a filter again, its document is compared with the last one that had a filter.
  await tie(loses, v.campaign.filters.find(({ name }) => name === 'Vendor XYZ')?.id ?? '');
  expect(sentences(await read(loses))[0]?.slice(1)).toEqual([
    'additive: This token now sees leads again: those that match its new filter.',
    'additive: New leads can now be created with this token.',
    'textual: `name` is now called “Last name”.',
  ]);
});

test('the permission of a token is a change of its own document only, and its entry stays', async () => {
  const token = await v.token({ filter: 'Vendor XYZ' });
  const allow = (permission: string) => admin.call(`PATCH /tokens/${token.id}`, { body: { permission } });
  await allow('read');
  const [first] = (await read(token)).entries;
  expect(first?.changes).toEqual([
    {
      class: 'breaking',
      kind: 'permission',
      sentence: 'Leads can no longer be created, changed or deleted with this token.',
    },
  ]);
  await allow('read_write');
  const { entries } = await read(token);
  expect(entries[0]?.changes).toEqual([
    {
      class: 'additive',
      kind: 'permission',
      sentence: 'Leads can now also be created, changed and deleted with this token.',
    },
  ]);
  expect(entries.slice(1)).toEqual([first]);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(2);
});

test('new limits, new notes, and a first filter have entries', async () => {
  const token = await v.token();
  const set = (body: object) => admin.call(`PATCH /tokens/${token.id}`, { body });
  await set({ rate_limit: { requests_per_minute: 100, writes_per_minute: 0 }, notes: 'Not on *Sundays*.' });
  expect(sentences(await read(token))[0]?.slice(1)).toEqual([
    'breaking: Requests: now 100 a minute, and 1,000,000 a minute before.',
    'additive: Leads written: now without a limit, and 1,000,000 a minute before.',
    'textual: The notes for this token have changed.',
  ]);
  await set({ name: 'Another name' });
  expect((await read(token)).entries).toHaveLength(1);
  await tie(token, v.campaign.filters.find(({ name }) => name === 'Vendor XYZ')?.id ?? '');
  expect(sentences(await read(token))[0]).toContain(
    'breaking: This token is now tied to a filter: it sees only the leads that match it.',
  );
});

test('a changelog at a new address begins there', async () => {
  const token = await v.token({ filter: 'Vendor XYZ' });
  await change(v.db, v.campaign, sql`update fields set label = 'Telephone' where key = 'phone'`);
  expect((await read(token)).entries).toHaveLength(1);
  const { body } = await admin.call(`POST /tokens/${token.id}/rotate-docs-url`);
  const docsId = new URL(body.docs_url).pathname.split('/').pop() ?? '';
  expect((await read({ ...token, docsId })).entries).toEqual([]);
  await change(v.db, v.campaign, sql`update fields set label = 'Phone' where key = 'phone'`);
  expect((await read({ ...token, docsId })).entries).toHaveLength(1);
});

test('the page and the feed have the same content, and a label is inert in both', async () => {
  const page = await (await at(early, '/changelog')).text();
  expect(page).toContain('<code>roof_type</code> is now required.');
  expect(page).toContain('&lt;b&gt;Zip&lt;/b&gt;');
  expect(page).not.toContain('<b>Zip');

  const answer = await at(early, '/changelog.atom');
  expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  const feed = await answer.text();
  expect(feed).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\s*<feed xmlns="http:\/\/www.w3.org\/2005\/Atom">/);
  expect(feed).toContain(`<id>${v.server.url}/docs/${early.docsId}/changelog#revision-2</id>`);
  expect(feed).toContain('Revision 2: 1 breaking change');
  expect(feed).not.toContain('<b>Zip');
});

test('the documentation page has the time of the last change, and links to the changelog', async () => {
  const answer = await at(early, '');
  const page = await answer.text();
  expect(answer.headers.get('x-schema-revision')).toBe(String((await read(early)).revision));
  expect(page).toMatch(
    new RegExp(
      `href="/docs/${early.docsId}/changelog">Changelog \\(revision \\d+, ${new Date().toISOString().slice(0, 4)}`,
    ),
  );
});

test('an unknown address has no changelog', async () => {
  expect((await fetch(`${v.server.url}/docs/${'a'.repeat(26)}/changelog.json`)).status).toBe(404);
});
