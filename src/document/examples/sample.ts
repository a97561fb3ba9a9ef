/** A valid value of a field, for the document's examples: believable where the key tells what it is, plain where not. */
import { type CountryCode, getExampleNumber } from 'libphonenumber-js/max';
import numbers from 'libphonenumber-js/mobile/examples';
import type { Campaign, FieldValue } from '../../campaign/definition.ts';
import { normaliseValue } from '../../campaign/values/normalise.ts';
import { exampleOf } from '../../campaign/values/pattern.ts';
import type { FieldOffer } from '../offer.ts';
import { isWritable } from './writable.ts';

/** `undefined` when none was found that surely fits: a pattern may be hard to satisfy, and a text very short. */
export function sampleOf(offer: FieldOffer, campaign: Campaign): FieldValue | undefined {
  const { field, pin, choices } = offer;
  if (pin !== undefined) return pin;
  const { defaultCountry } = campaign;
  if (choices) return choices.find((one) => normaliseValue(field, one, defaultCountry).ok);
  const samples = offer.default === undefined ? samplesOf(offer, defaultCountry) : [offer.default];
  return samples.find((one) => isWritable(field, one, defaultCountry));
}

/** The first that fits is shown: the longest comes first. */
function samplesOf(offer: FieldOffer, country: string | null): readonly FieldValue[] {
  const { field, options } = offer;
  switch (field.type) {
    case 'select':
      return options.slice(0, 1).map((o) => o.value);
    case 'multi_select':
      return options.length > 0 ? [options.slice(0, 2).map((o) => o.value)] : [];
    case 'boolean':
      return [true];
    case 'date':
      return ['2026-12-01'];
    case 'datetime':
      return ['2026-12-01T09:30:00.000Z'];
    case 'email':
      return ['anna@example.com', 'a@example.com', 'anna@b.dk', 'a@b.dk', 'a@b.c'];
    case 'url':
      return ['https://www.example.com/', 'https://example.com', 'https://a.dk', 'http://a.dk', 'http://a'];
    case 'phone':
      return [getExampleNumber((country ?? 'DK') as CountryCode, numbers)?.number ?? '+4520123456'];
    case 'integer':
      return within(offer, 3, true);
    case 'number':
      return within(offer, 120.5, false);
    default:
      return text(offer);
  }
}

function within({ field: { min, max } }: FieldOffer, wanted: number, whole: boolean): readonly number[] {
  const value = Math.min(Math.max(wanted, min ?? wanted), max ?? wanted);
  return [whole ? Math.ceil(value) : value];
}

const known: readonly (readonly [RegExp, string])[] = [
  [/first_?name/, 'Anna'],
  [/last_?name|surname/, 'Jensen'],
  [/name/, 'Anna Jensen'],
  [/street|address/, 'Nygade 12'],
  [/zip|post/, '5000'],
  [/city|town/, 'Odense'],
  [/note|comment|message/, 'Would like a call in the afternoon.'],
];

function text({ field }: FieldOffer): readonly string[] {
  const believable = known.find(([key]) => key.test(field.key))?.[1] ?? 'Example';
  const most = field.max_length ?? believable.length;
  if (field.pattern === null) return [believable.slice(0, most).trim()];
  const made = exampleOf(field.pattern, 1);
  return made === undefined ? [] : [made];
}
