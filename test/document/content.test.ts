/**
 * The content of public documents: pins are the only value, enums are narrowed in requests and open in responses, operations
 * that the token may not use are missing, list parameters are those that the service offers, examples are valid, and nothing
 * shows another vendor.
 */
import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { pinsOfScope } from '../../src/access/grant.ts';
import { type OpenApiDocument, operationsOf, type Schema } from '../../src/document/openapi.ts';
import { publish } from '../../src/document/publish.ts';
import { createCompiledOperations } from '../../src/validation/compiled.ts';
import { wholeField } from '../support/campaigns.ts';
import { everySeed, randomSubject } from '../support/draws/arbitraries.ts';
import { documentCases, fixtures, type GrantKind, grantKinds, grantOf, publicUrl } from '../support/fixtures.ts';
import { assertFormats } from '../truth/formats.ts';

const { rich, awkward } = fixtures;
const documentOf = (campaign: typeof rich, kind: GrantKind): OpenApiDocument =>
  publish(grantOf(campaign, kind), publicUrl).document;
const operationIds = (document: OpenApiDocument) =>
  operationsOf(document).map(({ operation }) => operation.operationId);

function schemaOf(document: OpenApiDocument, name: string): { properties: Record<string, Schema>; required: string[] } {
  const { properties = {}, required = [] } = document.components.schemas?.[name] ?? {};
  return { properties: properties as Record<string, Schema>, required: required as string[] };
}

test('a pin is the only value, is described as filled in, and is not required', () => {
  const document = documentOf(rich, 'scoped-read-write');
  const create = schemaOf(document, 'LeadFieldsCreate');
  expect(create.properties.source).toMatchObject({ type: 'string', const: 'vendor-xyz' });
  expect(create.properties.source?.description).toMatch(/Filled in for you: `vendor-xyz`/);
  expect(create.required).not.toContain('source');
  expect(schemaOf(document, 'LeadFieldsUpdate').properties.source).toMatchObject({ const: 'vendor-xyz' });
  expect(schemaOf(document, 'LeadFields').properties.source).toMatchObject({ const: 'vendor-xyz' });
  // Without the pin, the same field must be sent.
  expect(schemaOf(documentOf(rich, 'campaign'), 'LeadFieldsCreate').required).toContain('source');
});

test('a status that the filter pins is the only value, and is not required', () => {
  const document = documentOf(awkward, 'scoped-read-write');
  expect(document.components.schemas?.StatusInput).toMatchObject({ const: 'constructor' });
  expect(schemaOf(document, 'LeadCreate').required).not.toContain('status');
});

test('a field that the filter narrows to a few values is narrowed in requests, and then required', () => {
  const { properties, required } = schemaOf(documentOf(awkward, 'scoped-read-write'), 'LeadFieldsCreate');
  expect(properties.select?.enum).toEqual(['constructor', 'true']);
  expect(properties.narrowed?.enum).toEqual(['one', 'two']);
  expect(required).toEqual(expect.arrayContaining(['select', 'narrowed']));
});

test('requests allow only the present options, responses also archived and future ones', () => {
  const document = documentOf(rich, 'campaign');
  const roof = (name: string) => schemaOf(document, name).properties.roof_type;
  const choice = [{ type: 'string', enum: ['tile', 'flat'] }, { type: 'null' }];
  expect(roof('LeadFieldsCreate')?.anyOf).toEqual(choice);
  expect(roof('LeadFieldsUpdate')?.anyOf).toEqual(choice);
  expect(roof('LeadFields')).toMatchObject({
    type: ['string', 'null'],
    'x-extensible-enum': ['tile', 'flat', 'slate'],
  });
  expect(roof('LeadFields')).not.toHaveProperty('enum');
  expect(schemaOf(document, 'Lead').properties.status).toHaveProperty('x-extensible-enum');
});

test('a reading token has no writes in its document, a token with a closed scope no creation', () => {
  const reading = [
    'getCampaign',
    'listLeads',
    'countLeads',
    'listLeadChanges',
    'exportLeads',
    'getLead',
    'getLeadHistory',
    'listRequests',
  ];
  const forms = ['submitLeadForm', 'submitLeadFormByExternalId'];
  const writing = ['createLead', 'updateLead', 'deleteLead', 'upsertLead', 'writeLeads', ...forms];
  for (const kind of ['scoped-read', 'broad'] as const)
    expect(operationIds(documentOf(rich, kind)).sort()).toEqual([...reading].sort());
  for (const kind of ['scoped-read-write', 'campaign'] as const)
    expect(operationIds(documentOf(rich, kind)).sort()).toEqual([...reading, ...writing].sort());
  expect(operationIds(documentOf(rich, 'scoped-filter-gone'))).not.toContain('createLead');
});

test('the document of a token that cannot create leads does not mention created leads', async () => {
  const closed = { writing: 0, reading: 0 };
  await everySeed(60, (random) => {
    const { document, offer } = publish(randomSubject(random), publicUrl);
    const made = operationsOf(document).filter(({ operation }) => Object.hasOwn(operation.responses, '201'));
    expect(made.length > 0).toBe(offer.creates);
    if (offer.creates) return;
    closed[offer.writes ? 'writing' : 'reading'] += 1;
    const { BatchItem, Effect, Lead } = document.components.schemas ?? {};
    const { op } = (BatchItem?.properties ?? {}) as { op?: Schema };
    expect(op?.enum).toEqual(offer.writes ? ['update', 'upsert', 'delete'] : undefined);
    expect(Effect?.enum).toEqual(['update', 'delete', 'nothing']);
    expect(Lead?.properties).not.toHaveProperty('duplicate_of');
    const words = JSON.stringify(document.paths) + JSON.stringify(document.components);
    expect(words).not.toMatch(/`create`|createLead`|that would create|a new lead must have/i);
  });
  expect(closed.writing).toBeGreaterThan(3);
  expect(closed.reading).toBeGreaterThan(3);
});

test.each(['listLeads', 'countLeads', 'exportLeads'])(
  '%s has the parameters of searchable fields, and of no others',
  (operationId) => {
    const list = operationsOf(documentOf(rich, 'campaign')).find(
      ({ operation }) => operation.operationId === operationId,
    );
    const named = (list?.parameters ?? []).flatMap(({ name }) => /^fields\.([^.]+)/.exec(name)?.[1] ?? []);
    expect([...new Set(named)]).toEqual(rich.fields.filter((field) => field.searchable).map((field) => field.key));
  },
);

test.each(grantKinds.filter((kind) => kind.startsWith('scoped')))('%s says nothing about another vendor', (kind) => {
  for (const campaign of [rich, awkward]) {
    const json = JSON.stringify(publish(grantOf(campaign, kind), publicUrl).document);
    const hidden = ['nordic-leads', 'Nordic Leads', 'old-vendor', 'Old Vendor', 'idden label'];
    for (const text of [...hidden, 'Hidden filter name', '0199c000-', 'lsp_0123']) expect(json).not.toContain(text);
  }
});

test('a filter with the vendor’s option in every branch says nothing about another vendor either', () => {
  const own = { path: 'fields.source', op: 'eq', value: 'vendor-xyz' } as const;
  const branches = ['new', 'won'].map((value) => ({ all: [own, { path: 'status', op: 'eq', value } as const] }));
  const scope = { kind: 'condition', condition: { any: branches } } as const;
  const subject = { campaign: rich, permission: 'read_write', scope, pins: pinsOfScope(rich, scope) } as const;
  const { document } = publish(subject, publicUrl);
  const json = JSON.stringify(document);
  for (const text of ['nordic-leads', 'Nordic Leads', 'old-vendor', 'Old Vendor']) expect(json).not.toContain(text);
  expect(schemaOf(document, 'LeadFieldsCreate').properties.source).toMatchObject({ const: 'vendor-xyz' });
});

test('every example is valid by its own schema', async () => {
  const subjects = documentCases.map(({ name, kind }) => grantOf(fixtures[name], kind));
  let examples = 0;
  for (const subject of subjects) examples += judgeExamples(publish(subject, publicUrl).document);
  await everySeed(40, (random) => {
    examples += judgeExamples(publish(randomSubject(random), publicUrl).document);
  });
  expect(examples).toBeGreaterThan(500);
});

/** Validates every example of the document with the schema beside it, and counts the examples. */
function judgeExamples(document: OpenApiDocument): number {
  const ajv = new Ajv2020({ strict: false, ownProperties: true, allErrors: true });
  formats.default(ajv, { mode: 'full' });
  assertFormats(ajv);
  ajv.addSchema(document as unknown as Schema, 'document');
  let count = 0;
  const visit = (node: unknown, pointer: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const { schema, example, examples } = node as Record<string, unknown>;
    const isSchema = pointer.includes('/schemas/') || pointer.endsWith('/schema');
    const own = isSchema && Array.isArray(examples) ? examples : [];
    const beside = example === undefined ? [] : [example];
    const at = schema !== undefined ? `${pointer}/schema` : pointer;
    for (const value of [...own, ...(isSchema || schema !== undefined ? beside : [])]) {
      const valid = ajv.validate({ $ref: `document#${at}` }, value);
      expect({ at, value, errors: valid ? [] : ajv.errors }).toEqual({ at, value, errors: [] });
      count += 1;
    }
    for (const [key, child] of Object.entries(node))
      if (key !== 'example' && key !== 'examples')
        visit(child, `${pointer}/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`);
  };
  visit(document, '');
  return count;
}

test('a field with a pattern may be emptied with null, unless it is required', () => {
  const compiled = createCompiledOperations();
  const change = compiled.of(documentOf(rich, 'campaign'), 'updateLead')?.body;
  expect(change?.({ fields: { zip: null } })).toBe(true);
  expect(change?.({ fields: { zip: '5000' } })).toBe(true);
  expect(change?.({ fields: { zip: '500' } })).toBe(false);
  expect(change?.({ fields: { name: null } })).toBe(false);
});

test('components of fields have unique names even without dots, underscores and case', () => {
  const field = (key: string) => ({ ...wholeField({ key, type: 'text' }), searchable: true });
  const keys = ['a_b', 'ab', 'ab2', 'gte_a', 'a', 'ab_'];
  const { document } = publish(grantOf({ ...rich, fields: keys.map(field) }, 'campaign'), publicUrl);
  const names = Object.keys(document.components.parameters ?? {}).map((name) =>
    name.replace(/\W|_/g, '').toLowerCase(),
  );
  expect(names.filter((name) => name.startsWith('filter')).length).toBe(keys.length * 5);
  expect(new Set(names).size).toBe(names.length);
});
