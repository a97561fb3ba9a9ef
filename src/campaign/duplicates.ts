/**
 * The duplicate check: the keys by which equal leads are found. A key is a hash of a field's normalised value (e-mail in
 * lower case, phone in E.164, text trimmed and case-folded), so that the index of keys contains no personal data and no
 * value is too long for it. An empty value has no key, so it never matches.
 */
import { createHash } from 'node:crypto';
import type { Campaign, DuplicateRule } from './definition.ts';

/** The key of each field's value, `null` for an empty value. */
export type MatchKeys = Readonly<Record<string, string | null>>;

type Rules = Pick<Campaign, 'duplicateRule' | 'announced'>;

/** The fields for which leads have keys: those of the present rule, and those of announced rules. */
export const keyedFields = ({ duplicateRule, announced }: Rules): readonly string[] => [
  ...new Set([
    ...(duplicateRule?.fields ?? []),
    ...announced.flatMap(({ delta }) => delta.duplicateRule?.fields ?? []),
  ]),
];

/** Whether every lead has the keys that the rule needs, including leads from before the rule was set or announced. */
export function hasKeysFor({ duplicateRule: now, announced }: Rules, { fields }: DuplicateRule): boolean {
  const ready = new Set([
    ...(now?.state === 'ready' ? now.fields : []),
    ...announced.flatMap(({ delta, keys }) => (keys === 'ready' ? (delta.duplicateRule?.fields ?? []) : [])),
  ]);
  return fields.every((key) => ready.has(key));
}

/** The keys of the keyed fields in `values`; `undefined` if it has no keyed field. */
export function matchKeysOf(
  campaign: Pick<Campaign, 'id'> & Rules,
  values: Readonly<Record<string, unknown>>,
): MatchKeys | undefined {
  const named = keyedFields(campaign).filter((key) => Object.hasOwn(values, key));
  if (named.length === 0) return undefined;
  return Object.fromEntries(named.map((key) => [key, keyOf(campaign.id, key, values[key])]));
}

function keyOf(campaignId: string, field: string, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = foldCase(String(value).normalize('NFC').trim());
  if (text === '') return null;
  return hash(campaignId, field, text).subarray(0, 16).toString('base64url');
}

/** Upper case first, so that texts that differ only in lower case ("ß" and "ss") become equal. */
const foldCase = (text: string): string => text.toUpperCase().toLowerCase();

const hash = (...parts: readonly string[]): Buffer => createHash('sha256').update(JSON.stringify(parts)).digest();

/**
 * The searches for a duplicate: a lead is a duplicate if its keys include all keys of one probe. `any` has a probe for each
 * field that is not empty; `all` has one probe, if no field is empty.
 */
export function probesOf(rule: DuplicateRule, keys: MatchKeys): readonly Readonly<Record<string, string>>[] {
  const filled = rule.fields.flatMap((field) => {
    const key = keys[field];
    return typeof key === 'string' ? [[field, key] as const] : [];
  });
  if (rule.match === 'any') return filled.map(([field, key]) => ({ [field]: key }));
  return filled.length === rule.fields.length ? [Object.fromEntries(filled)] : [];
}

/** The claim for each probe. It makes the search for the second of two equal leads wait until the first is stored. */
export function claimOfProbe(probe: Readonly<Record<string, string>>): Buffer {
  return hash('duplicate', ...Object.entries(probe).flat());
}
