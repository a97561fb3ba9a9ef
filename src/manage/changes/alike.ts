/**
 * Tokens that a change means the same for: their documents differ in nothing but the option that each filter pins, which the
 * change leaves alone. A campaign may have a thousand vendors, each pinned to an option of its own: their documents are made
 * and compared once for all, and a request is judged by those of another once its option is exchanged for the other's.
 */

import { isDeepStrictEqual } from 'node:util';
import { pinsOfScope, type Scope } from '../../access/grant.ts';
import type { Permission } from '../../access/tokens.ts';
import type { Scalar } from '../../campaign/condition/condition.ts';
import type { Pins } from '../../campaign/condition/pins.ts';
import { type Campaign, findSelect } from '../../campaign/definition.ts';
import { traits } from '../../campaign/field-types.ts';
import type { SentRequest, ValueShape } from '../../campaign/sent-shape.ts';
import type { Tried } from './planned-change.ts';

export interface Likeness {
  /** Of tokens with one key the change means the same. */
  readonly key: string;
  /** By path: the options that the filter pins before the change and after it. */
  readonly pinned: ReadonlyMap<string, Scalar>;
}

/** `was`, `is`: what a token's scope is before the change, and with it. */
export function likenessOf({ from, to }: Tried, was: Scope, is: Scope, permission: Permission): Likeness {
  const sameScope = isDeepStrictEqual(was, is);
  const [before, after] = [pinsOfScope(from, was), pinsOfScope(to, is)];
  const pinned = new Map<string, Scalar>();
  const marks: unknown[] = [];
  for (const [path, [value, ...others] = []] of sameScope ? before.allowed : []) {
    if (value === undefined || others.length > 0 || !isDeepStrictEqual(after.allowed.get(path), [value])) continue;
    const [old, now] = [from, to].map((campaign) => pinnedOption(campaign, path, value));
    if (!old || !now || old.option.label !== now.option.label) continue;
    pinned.set(path, value);
    // Of the option itself a document tells its label, and whether it is archived or the field's default.
    marks.push(path, ...[old, now].flatMap(({ option, isDefault }) => [option.archived, isDefault]));
  }
  const rest = ({ allowed, more, closed }: Pins) => [[...allowed].filter(([path]) => !pinned.has(path)), more, closed];
  const scopes = sameScope ? [was.kind] : [was, is];
  return { key: JSON.stringify([permission, scopes, marks, rest(before), rest(after)]), pinned };
}

function pinnedOption(campaign: Campaign, path: string, value: Scalar) {
  const field = campaign.fields.find(({ key, type }) => traits[type].options === 'one' && `fields.${key}` === path);
  const option = field && findSelect(campaign, field.select)?.options.find((one) => one.value === value);
  return option && { option, isDefault: field.default === value };
}

/** What a request of one of them would have been, had another sent it. */
export function asSentBy(other: Likeness, own: Likeness, sent: SentRequest): SentRequest {
  if (other === own || own.pinned.size === 0) return sent;
  const exchange = (path: string, value: string) =>
    own.pinned.get(path) === value ? String(other.pinned.get(path)) : value;
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
