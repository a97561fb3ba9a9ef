/**
 * Random changes of a campaign's definition, or of a token, as requests of the Management API. The API refuses some of them.
 */

import type { Condition } from '../../src/campaign/condition/condition.ts';
import type { Campaign, Field } from '../../src/campaign/definition.ts';
import { fieldTypes, traits } from '../../src/campaign/field-types.ts';
import { type Random, randomCondition, randomValue } from '../support/draws/arbitraries.ts';

export interface Call {
  readonly request: string;
  readonly body?: unknown;
}

type Draw = (random: Random, campaign: Campaign, count: number) => Call | undefined;

const labels = ['Other', 'Ærø & "co"', '`code`', '[x](y)'];

const drawField = (random: Random, { fields }: Campaign, fits: (field: Field) => boolean = () => true) => {
  const fitting = fields.filter(fits);
  return fitting.length > 0 ? random.pick(fitting) : undefined;
};

const patch =
  (draw: (random: Random, field: Field, campaign: Campaign) => object, fits?: (field: Field) => boolean): Draw =>
  (random, campaign) => {
    const field = drawField(random, campaign, fits);
    return (
      field && {
        request: `PATCH /campaigns/${campaign.slug}/fields/${field.key}`,
        body: draw(random, field, campaign),
      }
    );
  };

const written = ({ type }: Field) => type === 'text' || type === 'long_text';
const bounded = ({ type }: Field) => traits[type].bounds;

const ofFields: readonly Draw[] = [
  patch((_, { required }) => ({ required: !required })),
  patch(
    (_, { searchable }) => ({ searchable: !searchable }),
    ({ type }) => traits[type].keyColumn !== undefined,
  ),
  patch((random) => ({ label: random.pick(labels) })),
  patch((random) => ({ description: random.pick([null, 'Other words.', 'Must match `x`. Quite.']) })),
  patch((random) => ({ max_length: random.pick([null, 1, 3, 80, 900]) }), written),
  patch((random) => ({ pattern: random.pick([null, '^a`.`b', '^\\d+$', '^.{1,9}$']) }), written),
  patch((random) => ({ min: random.pick([null, -10, 0, 3]) }), bounded),
  patch((random) => ({ max: random.pick([null, 4, 50, 500]) }), bounded),
  patch((random, field, campaign) => ({
    default: random.chance(0.4) ? null : (randomValue(random, campaign, field) ?? null),
  })),
  (random, { slug }, count) => {
    const type = random.pick(fieldTypes.filter((one) => !traits[one].operators.includes('contains') || one === 'text'));
    if (traits[type].options) return undefined;
    return {
      request: `POST /campaigns/${slug}/fields`,
      body: { key: `new_${count}`, label: 'New', type, required: random.chance(0.4) },
    };
  },
  (random, campaign) => {
    const field = drawField(random, campaign);
    return field && { request: `DELETE /campaigns/${campaign.slug}/fields/${field.key}?force=true` };
  },
  (_, { slug, fields }) => ({
    request: `PUT /campaigns/${slug}/fields/order`,
    body: { keys: fields.map(({ key }) => key).toReversed() },
  }),
];

const select = (random: Random, { selects }: Campaign) => (selects.length > 0 ? random.pick(selects) : undefined);

const ofOptions: readonly Draw[] = [
  (random, campaign, count) => {
    const { key } = select(random, campaign) ?? {};
    return (
      (key && {
        request: `POST /campaigns/${campaign.slug}/selects/${key}/options`,
        body: { value: `option-${count}`, label: 'An option' },
      }) ||
      undefined
    );
  },
  (random, campaign) => {
    const { key, options = [] } = select(random, campaign) ?? {};
    const active = options.filter(({ archived }) => !archived);
    if (active.length === 0) return undefined;
    return {
      request: `DELETE /campaigns/${campaign.slug}/selects/${key}/options/${random.pick(active).value}?force=true`,
    };
  },
  (random, campaign) => {
    const { key, options = [] } = select(random, campaign) ?? {};
    if (options.length === 0) return undefined;
    const { value } = random.pick(options);
    return {
      request: `PATCH /campaigns/${campaign.slug}/selects/${key}/options/${value}`,
      body: random.pick([{ label: random.pick(labels) }, { archived: false }, { archived: true }]),
    };
  },
  (random, campaign) => {
    const { key, options = [] } = select(random, campaign) ?? {};
    return (
      (key && {
        request: `PUT /campaigns/${campaign.slug}/selects/${key}/options/order`,
        body: { values: options.map(({ value }) => value).toReversed() },
      }) ||
      undefined
    );
  },
];

const ofStatuses: readonly Draw[] = [
  (_, { slug }, count) => ({
    request: `POST /campaigns/${slug}/statuses`,
    body: { key: `status_${count}`, label: 'A status', category: 'open' },
  }),
  (random, { slug, statuses }) => ({
    request: `PATCH /campaigns/${slug}/statuses/${random.pick(statuses).key}`,
    body: random.pick([{ label: random.pick(labels) }, { category: 'won' }, { is_default: true }]),
  }),
  (random, { slug, statuses }) => {
    const gone = random.pick(statuses);
    const others = statuses.filter((one) => one !== gone);
    if (others.length === 0) return undefined;
    const other = random.pick(others);
    return { request: `DELETE /campaigns/${slug}/statuses/${gone.key}?force=true&move_to=${other.key}` };
  },
];

/** An equivalent condition, a wider one, a narrower one, or another one. */
function turned(random: Random, campaign: Campaign, condition: Condition): Condition {
  const other = randomCondition(random, campaign, 2);
  return random.pick<Condition>([
    { all: [condition] },
    { any: [condition, condition] },
    { not: { not: condition } },
    { any: [condition, other] },
    { all: [condition, other] },
    other,
  ]);
}

const ofTheRest: readonly Draw[] = [
  (random, campaign) => {
    if (campaign.filters.length === 0) return undefined;
    const { id, condition } = random.pick(campaign.filters);
    return {
      request: `PATCH /campaigns/${campaign.slug}/filters/${id}`,
      body: { condition: turned(random, campaign, condition) },
    };
  },
  (random, { slug }) => ({
    request: `PATCH /campaigns/${slug}`,
    body: random.pick<object>([
      { default_country: random.pick(['DK', 'SE', null]) },
      { name: random.pick(labels) },
      { support_contact: random.pick([null, 'help@example.com', 'Somebody']) },
      { vendor_notes: random.pick([null, 'A *note*.']) },
    ]),
  }),
  (random, campaign) => {
    const fields = campaign.fields.filter(({ type }) => traits[type].stored !== 'list').slice(0, random.whole(1, 2));
    const rule = {
      fields: fields.map(({ key }) => key),
      match: random.pick(['any', 'all']),
      within_days: random.pick([null, 1, 30]),
      action: random.pick(['reject', 'flag']),
      reach: random.pick(['visible', 'campaign']),
    };
    if (fields.length === 0) return undefined;
    return {
      request: `PUT /campaigns/${campaign.slug}/duplicate-rule`,
      body: random.chance(0.3) ? { fields: [] } : rule,
    };
  },
];

const draws: readonly Draw[] = [
  ...ofFields,
  ...ofFields,
  ...ofOptions,
  ...ofOptions,
  ...ofStatuses,
  ...ofTheRest,
  ...ofTheRest,
];

/** `count`: for names that were never used before. */
export function drawChange(random: Random, campaign: Campaign, count: number): Call {
  for (;;) {
    const call = random.pick(draws)(random, campaign, count);
    if (call) return call;
  }
}

/** A change of the token itself. */
export function drawTokenChange(random: Random, token: { readonly id: string }): Call {
  const body = random.pick<object>([
    { permission: 'read' },
    { permission: 'read_write' },
    { notes: random.pick(['A note.', null]) },
    { expires_at: random.pick(['2099-01-01T00:00:00Z', '2098-01-01T00:00:00Z', null]) },
    { paused: true },
    { paused: false },
  ]);
  return { request: `PATCH /tokens/${token.id}`, body };
}
