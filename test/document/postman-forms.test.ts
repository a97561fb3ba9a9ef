/** The Postman collection has the operations, addresses and examples of the document, whatever they contain. */
import { expect, test } from '@jest/globals';
import { postmanCollection } from '../../src/document/conversions/postman.ts';
import { type Item, itemsIn } from '../../src/document/conversions/postman-items.ts';
import { type OpenApiDocument, operationsOf } from '../../src/document/openapi.ts';
import { publish } from '../../src/document/publish.ts';
import { wholeField } from '../support/campaigns.ts';
import { everySeed, randomSubject } from '../support/draws/arbitraries.ts';
import { documentCases, fixtures, grantOf, publicUrl } from '../support/fixtures.ts';

const leadId = '0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80';

/** The example of a body, with the values that a run fills in. */
function filledIn(example: Record<string, unknown>): Record<string, unknown> {
  const fill = (one: Record<string, unknown>) => ({
    ...one,
    ...(one.id === leadId && { id: '{{lead_id}}' }),
    ...(typeof one.external_id === 'string' && { external_id: '{{$guid}}' }),
  });
  const { items } = example as { items?: Record<string, unknown>[] };
  return { ...fill(example), ...(items && { items: items.map(fill) }) };
}

async function judge(document: OpenApiDocument): Promise<void> {
  const collection = JSON.parse(await postmanCollection(document)) as { item: Item[]; info: { name: string } };
  expect(collection.info.name).toBe(document.info.title);
  const items = itemsIn(collection.item);
  for (const { path, method, operation } of operationsOf(document)) {
    const address = (item: Item) =>
      `/${(item.request?.url.path ?? []).map((part) => part.replace(/^:(.*)$/, '{$1}')).join('/')}`;
    if (operation['x-json-operation'] !== undefined) continue;
    const item = items.find((one) => address(one) === path && one.request?.method === method.toUpperCase());
    const where = operation.operationId;
    expect({ where, name: item?.name }).toEqual({ where, name: operation.summary });
    const { example } = (operation.requestBody?.content['application/json'] ?? {}) as { example?: object };
    if (!example) continue;
    const raw = item?.request?.body?.raw ?? '';
    expect({ where, body: JSON.parse(raw) as unknown }).toEqual({
      where,
      body: filledIn(example as Record<string, unknown>),
    });
  }
}

test.each(documentCases)('the collection of $name for $kind', async ({ name, kind }) => {
  await judge(publish(grantOf(fixtures[name], kind), publicUrl).document);
});

test('the collections of random campaigns', async () => {
  await everySeed(5, (random) => judge(publish(randomSubject(random), publicUrl).document));
});

test('a hostile default, label or option is the same in the body as in the document', async () => {
  const texts = [
    '0b11',
    '{{token}}',
    '{{{{x}}}}',
    'crm-4711',
    leadId,
    '"\\',
    'a\nb',
    '\u2028',
    '\u{1f600}',
    '{{',
    '}}',
    '<%= x %>',
  ];
  const select = {
    key: 'hostile',
    label: '{{token}}',
    options: texts.map((label, i) => ({ value: i === 0 ? '0b11' : `o${i}`, label, archived: false })),
  };
  const campaign = {
    ...fixtures.rich,
    name: '{{token}} <b>',
    fields: [
      ...texts.map((text, i) => wholeField({ key: `f${i}`, type: 'text', label: text, default: text })),
      wholeField({ key: 'hostile', type: 'select', select: 'hostile', label: '{{token}}' }),
      wholeField({ key: 'constructor', type: 'text', label: 'constructor' }),
    ],
    selects: [select],
    filters: [],
    keyColumns: [],
  };
  await judge(publish(grantOf(campaign, 'campaign'), publicUrl).document);
});
