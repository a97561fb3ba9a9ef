/** A valid value of a field, for the document's examples: believable where the key tells what it is, plain where not. */
import { type CountryCode, getExampleNumber } from 'libphonenumber-js/max';
import numbers from 'libphonenumber-js/mobile/examples';
import type { Campaign, FieldValue } from '../campaign/definition.ts';
import { exampleOf } from '../campaign/pattern.ts';
import { patterns } from '../campaign/patterns.ts';
import type { FieldOffer } from './offer.ts';

/** `undefined` when none could be made that surely fits (a pattern that is hard to satisfy). */
export function sampleOf(offer: FieldOffer, campaign: Campaign): FieldValue | undefined {
  const { field, pin, choices, options } = offer;
  if (pin !== undefined) return pin;
  if (choices) return choices[0];
  if (offer.default !== undefined) return offer.default;
  switch (field.type) {
    case 'select':
      return options[0]?.value;
    case 'multi_select':
      return options.length > 0 ? options.slice(0, 2).map((o) => o.value) : undefined;
    case 'boolean':
      return true;
    case 'date':
      return '2026-12-01';
    case 'datetime':
      return '2026-12-01T09:30:00.000Z';
    case 'email':
      return 'anna@example.com';
    case 'url':
      return 'https://www.example.com/';
    case 'phone':
      return getExampleNumber((campaign.defaultCountry ?? 'DK') as CountryCode, numbers)?.number ?? '+4520123456';
    case 'integer':
      return within(offer, 3, true);
    case 'number':
      return within(offer, 120.5, false);
    default:
      return text(offer);
  }
}

function within({ field: { min, max } }: FieldOffer, wanted: number, whole: boolean): number | undefined {
  const value = Math.min(Math.max(wanted, min ?? wanted), max ?? wanted);
  const rounded = whole ? Math.ceil(value) : value;
  return rounded <= (max ?? rounded) && rounded >= (min ?? rounded) ? rounded : undefined;
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

const line = new RegExp(patterns.filledLine, 'u');

function text({ field }: FieldOffer): string | undefined {
  const most = field.max_length ?? Number.POSITIVE_INFINITY;
  if (field.pattern !== null) {
    const made = exampleOf(field.pattern, 1);
    // A required line must show something, and none holds control characters, whatever its own pattern says.
    return made !== undefined && made.length <= most && line.test(made) ? made : undefined;
  }
  const believable = known.find(([key]) => key.test(field.key))?.[1] ?? 'Example';
  return believable.slice(0, most);
}
