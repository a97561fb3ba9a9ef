/**
 * A run of the Postman collection leaves no lead, changes no earlier lead, and sends no variable in place of a campaign's
 * text: `{{token}}` in a lead would be the secret.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import newman, { type NewmanRunSummary } from 'newman';
import { postmanCollection } from '../../../src/document/conversions/postman.ts';
import { publish } from '../../../src/document/publish.ts';
import { change, solarPlan, type TestToken } from '../../support/campaigns.ts';
import { fixtures, grantOf, publicUrl } from '../../support/fixtures.ts';
import { least, startVendors, type Vendors } from '../../support/vendors.ts';

const braces = '{{token}} {{$guid}} {{{lead_id}}} crm-4711';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors({
    ...solarPlan,
    fields: solarPlan.fields.map((field) => (field.key === 'language' ? { ...field, default: '"crm-4711"' } : field)),
    filters: [
      ...(solarPlan.filters ?? []),
      { name: 'Braces', condition: { path: 'fields.notes', op: 'eq', value: braces } },
      { name: 'Starts', condition: { path: 'fields.notes', op: 'starts_with', value: braces } },
      { name: 'Closed', condition: { path: 'fields.roof_type', op: 'eq', value: 'flat' } },
    ],
  });
});
afterAll(() => v.stop());

interface Collection {
  readonly variable: { key: string; value: string }[];
}

async function run(token: TestToken) {
  const collection = (await (await fetch(`${v.server.url}/docs/${token.docsId}/postman.json`)).json()) as Collection;
  const variable = collection.variable.map((one) => (one.key === 'token' ? { ...one, value: token.secret } : one));
  const { run: done } = await new Promise<NewmanRunSummary>((resolve, reject) => {
    newman.run({ collection: { ...collection, variable } }, (error, summary) =>
      error ? reject(error) : resolve(summary),
    );
  });
  const bodies = done.executions.map(({ request }) => String(request.body?.raw ?? ''));
  const answers = done.executions.map(({ response }) => response?.stream?.toString('utf8') ?? '');
  const failures = done.failures.map(({ source, error }) => `${source?.name}: ${error.message}`);
  return { failures, bodies, answers };
}

const leads = async () => {
  const { rows } = await sql<{ lead: string }>`select id || ' ' || version as lead from leads order by id`.execute(
    v.db,
  );
  return rows.map(({ lead }) => lead);
};

test('the run leaves no lead, and changes no earlier one', async () => {
  const old = [await v.xyz.lead(least), await v.xyz.lead(least, { external_id: 'crm-4711' })];
  const before = await leads();
  expect(before).toHaveLength(old.length);
  for (let i = 0; i < 2; i += 1) {
    expect((await run(v.tokens.xyz)).failures).toEqual([]);
    expect(await leads()).toEqual(before);
  }
});

test.each(['Braces', 'Starts'])('braces in the condition of the filter %s are sent unchanged', async (filter) => {
  const token = await v.token({ filter });
  const before = await leads();
  const { failures, bodies, answers } = await run(token);
  expect(failures).toEqual([]);
  expect(bodies.join()).not.toContain(token.secret);
  expect(answers.join()).not.toContain(token.secret);
  expect(answers.some((text) => text.includes(JSON.stringify(braces).slice(1, -1)))).toBe(true);
  expect(await leads()).toEqual(before);
});

test('all writes of a run are dry runs if the token cannot create leads', async () => {
  await v.whole.lead({ ...least, source: 'vendor-xyz', roof_type: 'flat' });
  await change(v.db, v.campaign, sql`update options set archived_at = now() where value = 'flat'`);
  const before = await leads();
  const { failures } = await run(await v.token({ filter: 'Closed' }));
  expect(failures).toEqual([]);
  expect(await leads()).toEqual(before);
});

test('no text of a campaign is read as a variable, and descriptions are Markdown', async () => {
  const hostile = (text: string) => `${text} {{token}} {{$randomPassword}}`;
  const campaign = {
    ...fixtures.rich,
    name: hostile('Name'),
    vendorNotes: hostile('Notes'),
    fields: fixtures.rich.fields.map((field) => ({
      ...field,
      label: hostile(field.label),
      description: hostile('About'),
      ...(field.type === 'text' && { default: '{{token}}', pattern: null, max_length: null }),
    })),
  };
  const { document } = publish(grantOf(campaign, 'scoped-read-write'), publicUrl);
  const collection = JSON.parse(await postmanCollection(document)) as { item: unknown };
  const ours = /^\{\{(baseUrl|token|lead_id|made|\$guid)\}\}$/;
  const sent: string[] = [];
  const descriptions = new Set<unknown>();
  const visit = (node: unknown, inRequest: boolean): void => {
    if (typeof node === 'string' && inRequest) sent.push(node);
    if (typeof node !== 'object' || node === null) return;
    for (const [name, value] of Object.entries(node)) {
      if (name === 'description' && typeof value === 'object') descriptions.add((value as { type: string }).type);
      if (name !== 'description' && name !== 'name')
        visit(value, inRequest || /^(request|originalRequest)$/.test(name));
    }
  };
  visit(collection.item, false);
  const found = sent.flatMap((text) => text.match(/\{\{[^}]*\}\}/g) ?? []);
  expect(found.filter((one) => !ours.test(one))).toEqual([]);
  expect(found).not.toContain('{{token}}');
  expect([...descriptions]).toEqual(['text/markdown']);
});
