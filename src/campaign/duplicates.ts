/**
 * The rule on duplicates: by which keys leads are found to be equal. A key is a hash of a field's normalised value (03:
 * e-mail lower-cased, phone E.164, text trimmed and case-folded), so that an index of keys holds no personal data and no
 * value is too long for it. Empty has no key, and so never matches.
 */
import { createHash } from 'node:crypto';
import type { Campaign, DuplicateRule } from './definition.ts';

/** By field: the key of its value, `null` where it is empty. */
export type MatchKeys = Readonly<Record<string, string | null>>;

type Rules = Pick<Campaign, 'duplicateRule' | 'announced'>;

/** The fields that leads have keys of: those that the rule compares, and those that an announced one will compare. */
export const keyedFields = ({ duplicateRule, announced }: Rules): readonly string[] => [
  ...new Set([
    ...(duplicateRule?.fields ?? []),
    ...announced.flatMap(({ delta }) => delta.duplicateRule?.fields ?? []),
  ]),
];

/** Whether every lead has the keys that the rule looks for, also those from before it was set or announced. */
export function hasKeysFor({ duplicateRule: now, announced }: Rules, { fields }: DuplicateRule): boolean {
  const ready = new Set([
    ...(now?.state === 'ready' ? now.fields : []),
    ...announced.flatMap(({ delta, keys }) => (keys === 'ready' ? (delta.duplicateRule?.fields ?? []) : [])),
  ]);
  return fields.every((key) => ready.has(key));
}

/** The keys of those keyed fields that `values` names; `undefined` where it names none. */
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

/** Upper case first: what differs in lower case alone ("ß" and "ss") then comes out the same. */
const foldCase = (text: string): string => text.toUpperCase().toLowerCase();

const hash = (...parts: readonly string[]): Buffer => createHash('sha256').update(JSON.stringify(parts)).digest();

/**
 * What is looked for: a lead is a duplicate when its keys hold all those of one probe. `any` has a probe for each field
 * that is not empty; `all` has one, if no field is empty.
 */
export function probesOf(rule: DuplicateRule, keys: MatchKeys): readonly Readonly<Record<string, string>>[] {
  const filled = rule.fields.flatMap((field) => {
    const key = keys[field];
    return typeof key === 'string' ? [[field, key] as const] : [];
  });
  if (rule.match === 'any') return filled.map(([field, key]) => ({ [field]: key }));
  return filled.length === rule.fields.length ? [Object.fromEntries(filled)] : [];
}

/** What is claimed for each probe, so that of two equal leads one is looked for after the other is there. */
export function claimOfProbe(probe: Readonly<Record<string, string>>): Buffer {
  return hash('duplicate', ...Object.entries(probe).flat());
}
