/** A valid value of a field, for the document's examples: believable where the key tells what it is, plain where not. */
import type { Campaign, FieldValue } from '../../campaign/definition.ts';
import { traits } from '../../campaign/field-types.ts';
import { normaliseValue } from '../../campaign/values/normalise.ts';
import type { FieldOffer } from '../offer.ts';
import { isWritable } from './writable.ts';

/** `undefined` when none was found that surely fits: a pattern may be hard to satisfy, and a text very short. */
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
