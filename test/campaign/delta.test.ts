/** Deltas: applying a delta gives the definition that it was made from, and everything else stays unchanged. */
import { expect, test } from '@jest/globals';
import type { Campaign } from '../../src/campaign/definition.ts';
import { deltaBetween, withDelta } from '../../src/campaign/delta.ts';
import { createRandom } from '../../src/demo/random.ts';
import { everySeed, randomCampaign } from '../support/draws/arbitraries.ts';

const byKey = <T extends object>(things: readonly T[]) =>
  [...things].sort((a, b) => JSON.stringify(Object.values(a)).localeCompare(JSON.stringify(Object.values(b))));

/** The parts of a definition that a delta covers, without their order. */
function definitionOf({ name, defaultCountry, fields, selects, statuses, filters, duplicateRule }: Campaign) {
  const bare = selects.map(({ options, ...select }) => ({ ...select, options: byKey(options) }));
  const things = { fields: byKey(fields), selects: byKey(bare), statuses: byKey(statuses), filters: byKey(filters) };
  return { name, defaultCountry, duplicateRule, ...things };
}

test('a definition with the delta to another definition equals that definition', () =>
  everySeed(200, (random) => {
    const [before, other] = [randomCampaign(random), randomCampaign(random)];
    // Selects and options never disappear.
    const kept = before.selects.filter(({ key }) => !other.selects.some((select) => select.key === key));
    const selects = other.selects.map((select) => {
      const was = before.selects.find(({ key }) => key === select.key)?.options ?? [];
      const gone = was.filter(({ value }) => !select.options.some((option) => option.value === value));
      return { ...select, options: [...select.options, ...gone] };
    });
    const after = { ...other, selects: [...selects, ...kept] };
    const delta = JSON.parse(JSON.stringify(deltaBetween(before, after)));
    expect(definitionOf(withDelta(before, delta))).toEqual(definitionOf(after));
    expect(deltaBetween(after, after)).toEqual({});
  }));

test('changes in between stay, and removed things do not come back', () => {
  const campaign = randomCampaign(createRandom(7));
  const [first, second, ...rest] = campaign.fields;
  if (!first || !second) throw new Error('this campaign has two fields');
  const after = {
    ...campaign,
    fields: [{ ...first, required: !first.required }, { ...second, label: 'New' }, ...rest],
  };
  const delta = deltaBetween(campaign, after);
  const since = { ...campaign, fields: [{ ...first, label: 'Renamed' }, ...rest] };
  expect(withDelta(since, delta).fields).toEqual([{ ...first, label: 'Renamed', required: !first.required }, ...rest]);
});
