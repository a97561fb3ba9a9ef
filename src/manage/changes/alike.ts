/**
 * Finds tokens for which a change means the same: their documents differ only in the options that their filters allow, and
 * the change leaves these options alone. A campaign may have a thousand vendors, each with its own options. Their documents
 * are made and compared only once. A request of one vendor is judged by the documents of another, with the options exchanged.
 */

import { isDeepStrictEqual } from 'node:util';
import { pinsOfScope, type Scope } from '../../access/grant.ts';
import type { Permission } from '../../access/tokens.ts';
import type { Scalar } from '../../campaign/condition/condition.ts';
import type { Pins } from '../../campaign/condition/pins.ts';
import { type Campaign, findSelect, type Option } from '../../campaign/definition.ts';
import { traits } from '../../campaign/field-types.ts';
import type { SentRequest, ValueShape } from '../../campaign/sent-shape.ts';
import type { Tried } from './planned-change.ts';

export interface Likeness {
  /** The change means the same for tokens with the same key. */
  readonly key: string;
  /** The options that the filter allows, both before and after the change, by path. */
  readonly narrowed: ReadonlyMap<string, readonly Scalar[]>;
}

/** `was`, `is`: the scope of a token before and after the change. */
export function likenessOf({ from, to }: Tried, was: Scope, is: Scope, permission: Permission): Likeness {
  const sameScope = isDeepStrictEqual(was, is);
  const [before, after] = [pinsOfScope(from, was), pinsOfScope(to, is)];
  const narrowed = new Map<string, readonly Scalar[]>();
  const marks: unknown[] = [];
  for (const [path, values] of sameScope ? before.allowed : []) {
    if (!isDeepStrictEqual(after.allowed.get(path), values)) continue;
    const [old, now] = [from, to].map((campaign) => allowedOptions(campaign, path, values));
    if (!old || !now || !isDeepStrictEqual(shownOf(old), shownOf(now))) continue;
    narrowed.set(
      path,
      old.map(({ option }) => option.value),
    );
    // A document shows the label of an option, and whether the option is archived or the field's default.
    marks.push(path, marksOf(old), marksOf(now));
  }
  const rest = ({ allowed, more, closed }: Pins) => [
    [...allowed].filter(([path]) => !narrowed.has(path)),
    more,
    closed,
  ];
  const scopes = sameScope ? [was.kind] : [was, is];
  return { key: JSON.stringify([permission, scopes, marks, rest(before), rest(after)]), narrowed };
}

interface AllowedOption {
  readonly option: Option;
  readonly isDefault: boolean;
}

/** In the campaign's order. Undefined if the path is not a select field, or one of its values is not an option. */
function allowedOptions(campaign: Campaign, path: string, values: readonly Scalar[]): AllowedOption[] | undefined {
  const field = campaign.fields.find(({ key, type }) => traits[type].options === 'one' && `fields.${key}` === path);
  if (!field) return undefined;
  const options = findSelect(campaign, field.select)?.options.filter(({ value }) => values.includes(value)) ?? [];
  if (options.length < values.length) return undefined;
  return options.map((option) => ({ option, isDefault: field.default === option.value }));
}

const shownOf = (options: readonly AllowedOption[]) =>
  options.map(({ option: { value, label } }) => ({ value, label }));
const marksOf = (options: readonly AllowedOption[]) =>
  options.flatMap(({ option, isDefault }) => [option.archived, isDefault]);

/** The request as a token with the likeness `other` would have sent it. `sender`: the likeness of the token that sent it. */
export function asSentBy(other: Likeness, sender: Likeness, sent: SentRequest): SentRequest {
  if (other === sender || sender.narrowed.size === 0) return sent;
  const exchange = (path: string, value: string) =>
    String(exchanged(sender.narrowed.get(path) ?? [], other.narrowed.get(path) ?? [], value));
  const { query, writes } = sent;
  return {
    ...(query && {
      query: Object.fromEntries(
        Object.entries(query).map(([name, values]) => [name, values?.map((value) => exchange(name, value)) ?? null]),
      ),
    }),
    ...(writes && {
      writes: writes.map((write) => ({
        ...write,
        fields: Object.fromEntries(
          Object.entries(write.fields).map(([key, shape]): [string, ValueShape] => [
            key,
            typeof shape === 'string' ? exchange(`fields.${key}`, shape) : shape,
          ]),
        ),
      })),
    }),
  };
}

/** Exchanges two lists of the same length value by value. All other values stay, so that no two values become the same. */
function exchanged(from: readonly Scalar[], to: readonly Scalar[], value: string): Scalar {
  const i = from.indexOf(value);
  if (i >= 0) return to[i] ?? value;
  const isNotIn = (list: readonly Scalar[]) => (other: Scalar) => !list.includes(other);
  const j = to.filter(isNotIn(from)).indexOf(value);
  return j < 0 ? value : (from.filter(isNotIn(to))[j] ?? value);
}
