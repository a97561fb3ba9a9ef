/** The slug, key or value that the console shows beforehand is the one that the server would make, and that it accepts. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { keyPattern, optionPattern } from '../../src/campaign/field-types.ts';
import { isCountry } from '../../src/campaign/values/countries.ts';
import { countries } from '../../src/console/campaign/fields/countries.ts';
import { campaignSlugOf, keyOf, optionValueOf, slugOf } from '../../src/console/campaign/slug.ts';
import { valueFor } from '../../src/manage/definition/options.ts';
import { slugify } from '../../src/manage/definition/slug.ts';

const names = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.stringMatching(/^[A-Za-z0-9æøåÆØÅßéñ &.-]{0,90}$/),
);

test('a slug is what the server makes of the name', () => {
  fc.assert(fc.property(names, (name) => slugOf(name) === slugify(name)));
});

test('a value is what the server makes of the label, beside those that are taken', async () => {
  await fc.assert(
    fc.asyncProperty(names, fc.boolean(), async (label, again) => {
      const taken = new Set(again ? [optionValueOf(label, new Set())] : []);
      const value = optionValueOf(label, taken);
      expect(value).toBe(await valueFor(label, taken));
      expect(value).toMatch(optionPattern);
    }),
  );
});

test('keys and slugs are of the form that is taken, or empty', () => {
  fc.assert(
    fc.property(names, (name) => {
      if (keyOf(name) !== '') expect(keyOf(name)).toMatch(keyPattern);
      if (name.trim() !== '') expect(campaignSlugOf(name)).toMatch(/^[a-z][a-z0-9-]{1,62}$/);
    }),
  );
});

test.each([
  ['Solar DK', 'solar-dk'],
  ['2027', 'campaign-2027'],
  ['日本', 'campaign'],
])('the campaign %s has the slug %s', (name, slug) => expect(campaignSlugOf(name)).toBe(slug));

test('every country in the list has phone numbers', () => {
  expect(countries.filter(({ value }) => !isCountry(value))).toEqual([]);
});
