/** Exactly the parts that an announced change removes from a document are marked with `deprecated` and `x-sunset`. */
import { expect, test } from '@jest/globals';
import type { Campaign, Delta } from '../../src/campaign/definition.ts';
import { asOpenApi30 } from '../../src/document/conversions/openapi-30.ts';
import type { OpenApiDocument } from '../../src/document/openapi.ts';
import { publish } from '../../src/document/publish.ts';
import { lint } from '../support/documents/lint.ts';
import { fixtures, type GrantKind, grantOf, publicUrl } from '../support/fixtures.ts';

const { rich } = fixtures;

function announcing(...changes: readonly { at: string; delta: Delta }[]): Campaign {
  const told = { announcedAt: '2026-11-30T08:00:00.000Z', toldAt: '2026-11-30T08:00:00.000Z', note: null };
  return { ...rich, announced: changes.map((change, i) => ({ ...told, ...change, id: `change-${i}` })) };
}

const documentOf = (campaign: Campaign, kind: GrantKind): OpenApiDocument =>
  publish(grantOf(campaign, kind), publicUrl).document;

/** The deprecated places, with their days. A mark without the other shows as `?`. */
function marks(node: unknown, place: readonly string[] = []): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { deprecated, 'x-sunset': day = '?' } = node as { deprecated?: unknown; 'x-sunset'?: string };
  // A field may have the name `deprecated`: its schema is not a mark.
  const own = deprecated === true || day !== '?' ? [`${place.join(' ')} ${deprecated === true ? day : '?'}`] : [];
  return [...own, ...Object.entries(node).flatMap(([name, value]) => marks(value, [...place, name]))];
}

const at = '2099-02-01T23:30:00.000Z';

test('a document without announced changes has no mark', () => {
  expect(marks(documentOf(rich, 'campaign'))).toEqual([]);
});

test('a removed field: its properties in responses, requests and forms, and its parameters', async () => {
  const document = documentOf(announcing({ at, delta: { fields: { zip: null } } }), 'scoped-read-write');
  const ranges = ['eq', 'gt', 'gte', 'lt', 'lte'].map(
    (operator) => `components parameters Filter-${operator}-zipParam 2099-02-01`,
  );
  const schemas = ['LeadFields', 'LeadFieldsCreate', 'LeadFieldsUpdate'].map((name) => `${name} properties zip`);
  const forms = ['LeadCreateForm', 'LeadUpsertForm'].map((name) => `${name} properties fields.zip`);
  expect(marks(document).sort()).toEqual(
    [...ranges, ...[...schemas, ...forms].map((place) => `components schemas ${place} 2099-02-01`)].sort(),
  );
  expect(marks(asOpenApi30({ ...document })).sort()).toEqual(marks(document).sort());
  expect(await lint(JSON.stringify(document))).toEqual([]);
});

test('a field that is no longer filterable: only its parameters', () => {
  const campaign = announcing({ at, delta: { fields: { zip: { searchable: false } } } });
  const found = marks(documentOf(campaign, 'scoped-read'));
  expect(found).toHaveLength(5);
  for (const place of found) expect(place).toMatch(/^components parameters Filter-\w+-zipParam 2099-02-01$/);
});

test('a removed option that the filter pins: creating leads, as JSON and as a form', async () => {
  const delta: Delta = { options: { source: { 'vendor-xyz': null } } };
  const document = documentOf(announcing({ at, delta }), 'scoped-read-write');
  expect(marks(document)).toEqual(['paths /leads post 2099-02-01', 'paths /leads/form post 2099-02-01']);
  expect(await lint(JSON.stringify(document))).toEqual([]);
});

test('a removed mark of duplicates, and the first of two changes that remove the same thing', () => {
  const rule = { fields: ['email'], match: 'any', withinDays: null, action: 'flag', reach: 'visible', state: 'ready' };
  const flagging = { ...rich, duplicateRule: rule } as Campaign;
  const { announced } = announcing(
    { at, delta: { duplicateRule: null } },
    { at: '2099-03-01T00:00:00.000Z', delta: { fields: { zip: null }, duplicateRule: null } },
  );
  const found = marks(documentOf({ ...flagging, announced }, 'campaign'));
  expect(found).toContain('components schemas Lead properties duplicate_of 2099-02-01');
  expect(found).toContain('components schemas LeadFields properties zip 2099-03-01');
});
