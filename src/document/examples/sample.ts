/** A valid value of a field for the document's examples: realistic if the key says what the field is, otherwise plain. */
import type { Campaign, FieldValue } from '../../campaign/definition.ts';
import { traits } from '../../campaign/field-types.ts';
import { normaliseValue } from '../../campaign/values/normalise.ts';
import type { FieldOffer } from '../offer.ts';
import { isWritable } from './writable.ts';

/** `undefined` if no valid value was found: a pattern may be hard to satisfy, or a text very short. */
export function sampleOf(offer: FieldOffer, campaign: Campaign): FieldValue | undefined {
  const { field, pin, choices, options } = offer;
  if (pin !== undefined) return pin;
  const { defaultCountry } = campaign;
  if (choices) return choices.find((one) => normaliseValue(field, one, defaultCountry).ok);
  if (offer.default !== undefined) return isWritable(field, offer.default, defaultCountry) ? offer.default : undefined;
  const firstOptions = options.slice(0, 2).map(({ value }) => value);
  const samples = traits[field.type].samples(field, firstOptions, defaultCountry);
  return samples.find((one) => isWritable(field, one, defaultCountry));
}
