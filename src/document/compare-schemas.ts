/**
 * One value's schema compared with what it was. In a request what is narrower breaks and what is wider adds; in an answer it
 * is the other way round, but for open lists of values, which clients are told to expect more of.
 */
import { isDeepStrictEqual } from 'node:util';
import { formats } from '../campaign/formats.ts';
import { additive, breaking, type DocumentChange, sayDescribed, textual, withoutWords } from './document-change.ts';
import { noText, wholeNumber } from './field-schema.ts';
import type { Schema } from './openapi.ts';
import { code } from './words.ts';

type Side = 'request' | 'answer';

/** A choice that may be empty, as one schema: the document writes it as `anyOf`. */
export function asOneSchema(schema: Schema): Schema {
  const [choice, ...others] = (schema.anyOf ?? []) as readonly Schema[];
  if (!choice || !others.some(({ type }) => type === 'null')) return schema;
  const { anyOf: _, ...rest } = schema;
  return { ...rest, ...choice, type: [choice.type, 'null'].flat() };
}

/** `emptiness`: whether room for `null` and empty values counts; it does not where somebody has told of it already. */
export function compareSchemas(name: string, old: Schema, now: Schema, side: Side, emptiness = true): DocumentChange[] {
  if (isDeepStrictEqual(old, now)) return [];
  const [was, is] = [asOneSchema(old), asOneSchema(now)];
  const shown = code(name.replace(/^\?/, ''));
  const parameter = name.startsWith('?');
  const changes = [
    ...compareTypes(shown, was, is, side, emptiness),
    ...(side === 'answer'
      ? compareOpen(shown, was, is)
      : [
          ...compareDefaults(shown, was, is),
          ...compareValues(parameter ? `The parameter ${shown}` : shown, was, is),
          ...compareLimits(shown, was, is, emptiness),
        ]),
  ];
  return parameter ? changes : withoutWords([...changes, ...compareWords(shown, was, is)]);
}

const typesOf = ({ type }: Schema, emptiness: boolean) =>
  ([type ?? []].flat() as string[]).filter((one) => emptiness || one !== 'null');

function compareTypes(shown: string, was: Schema, is: Schema, side: Side, emptiness: boolean): DocumentChange[] {
  if (!isDeepStrictEqual(was.const, is.const)) return [sayConst(shown, was.const, is.const, side)];
  // Where one of a few values may be written, they are told, and not the type.
  if (Array.isArray(was.enum) || Array.isArray(is.enum)) return [];
  const [old, now] = [typesOf(was, emptiness), typesOf(is, emptiness)];
  const [less, more] = [old.filter((one) => !now.includes(one)), now.filter((one) => !old.includes(one))];
  if (less.length === 0 && more.length === 0) return [];
  const narrower = side === 'request' ? less : more;
  if (narrower.length === 1 && narrower[0] === 'null' && less.length + more.length === 1)
    return [
      breaking(side === 'request' ? `${shown} can no longer be empty.` : `${shown} can now be empty in answers.`),
    ];
  if (less.length + more.length === 1 && [...less, ...more][0] === 'null')
    return [additive(side === 'request' ? `${shown} can now be empty.` : `${shown} is never empty in answers.`)];
  return [breaking(`${shown} is now ${now.join(' or ')}, and was ${old.join(' or ')}.`)];
}

function sayConst(shown: string, was: unknown, is: unknown, side: Side): DocumentChange {
  const where = side === 'answer' ? ' in answers' : '';
  const before = was === undefined ? '' : `, and was always ${code(was)}`;
  if (is !== undefined) return breaking(`${shown} is now always ${code(is)}${where}${before}.`);
  return (side === 'answer' ? breaking : additive)(`${shown} is no longer always ${code(was)}${where}.`);
}

const listOf = (values: readonly unknown[]) => values.map((value) => code(value)).join(', ');

/** The values that may be written: those of a list, or of its entries. */
function compareValues(shown: string, was: Schema, is: Schema): DocumentChange[] {
  // Of what is one value, or was, it is told by itself; here only which there are beside it now.
  if (is.const !== undefined) return [];
  const [old, now] = [was.const === undefined ? valuesOf(was) : [was.const], valuesOf(is)];
  if (!now)
    return old && was.const === undefined ? [additive(`${shown} now takes other values than ${listOf(old)}.`)] : [];
  if (!old) return [breaking(`${shown} now takes only ${listOf(now)}.`)];
  const [less, more] = [old.filter((one) => !now.includes(one)), now.filter((one) => !old.includes(one))];
  return [
    ...(less.length > 0 ? [breaking(`${shown} no longer takes ${listOf(less)}.`)] : []),
    ...(more.length > 0 ? [additive(`${shown} now also takes ${listOf(more)}.`)] : []),
  ];
}

function valuesOf({ enum: values, items, not }: Schema): unknown[] | undefined {
  const listed = values ?? (items as Schema | undefined)?.enum;
  if (Array.isArray(listed)) return listed.filter((value) => value !== null);
  const nothing = [not, (items as Schema | undefined)?.not].some(
    (one) => isDeepStrictEqual(one, {}) || isDeepStrictEqual(one, noText),
  );
  return nothing ? [] : undefined;
}

/** Open values of answers: more of them are to be expected, fewer hurt nobody. */
function compareOpen(shown: string, was: Schema, is: Schema): DocumentChange[] {
  const openOf = ({ const: only, items, ...schema }: Schema) =>
    (schema['x-extensible-enum'] ??
      (items as Schema | undefined)?.['x-extensible-enum'] ??
      (only === undefined ? [] : [only])) as unknown[];
  if (is.const !== undefined) return [];
  const more = openOf(is).filter((one) => !openOf(was).includes(one));
  return more.length > 0 ? [additive(`${shown} in answers can now also be ${listOf(more)}.`)] : [];
}

const bounds: readonly { keyword: string; least: boolean; words: (value: unknown) => string }[] = [
  { keyword: 'maxLength', least: false, words: (value) => `at most ${Number(value).toLocaleString('en')} characters` },
  { keyword: 'minimum', least: true, words: (value) => `at least ${value}` },
  { keyword: 'maximum', least: false, words: (value) => `at most ${value}` },
  { keyword: 'maxItems', least: false, words: (value) => `at most ${value} entries` },
];

/** The bounds of a type are none of a field. */
const boundOf = (value: unknown): unknown =>
  // Documents made earlier have the greatest double as a bound.
  [wholeNumber, Number.MAX_VALUE].includes(Math.abs(Number(value))) ? undefined : value;

function compareLimits(shown: string, was: Schema, is: Schema, emptiness: boolean): DocumentChange[] {
  const limits = bounds.flatMap(({ keyword, least, words }) => {
    const [old, now] = [boundOf(was[keyword]), boundOf(is[keyword])];
    if (old === now) return [];
    if (now === undefined) return [additive(`${shown} no longer has to be ${words(old)}.`)];
    const narrower = old === undefined || (least ? Number(now) > Number(old) : Number(now) < Number(old));
    const before = old === undefined ? '' : `, and was ${words(old)}`;
    return [(narrower ? breaking : additive)(`${shown} must now be ${words(now)}${before}.`)];
  });
  return [...limits, ...comparePattern(shown, was, is, emptiness)];
}

/** The admin's own pattern stands in the words, for pages show no other; what our own ask of a text goes by its type. */
function comparePattern(shown: string, was: Schema, is: Schema, emptiness: boolean): DocumentChange[] {
  const own = ({ description }: Schema) => /Must match (`+ ?.*? ?`+)\.(?: |$)/.exec(String(description ?? ''))?.[1];
  const [old, now] = [own(was), own(is)];
  if (old !== now) {
    if (now === undefined) return [additive(`${shown} no longer has to match ${old}.`)];
    return [breaking(`${shown} must now match ${now}${old === undefined ? '' : `, and had to match ${old}`}.`)];
  }
  const [form, before] = [formIn(is), formIn(was)];
  return emptiness && form !== before
    ? [breaking(`${shown} must now be ${formats[form]?.words ?? 'of another form'}.`)]
    : [];
}

/** The format of a text; whether it must be filled is told by itself. */
const formIn = (schema: Schema): string =>
  [schema.type].flat().includes('string')
    ? String(schema['x-format'] ?? schema.format ?? '').replace('filled-', '')
    : '';

/** What a new lead gets that comes without it: nothing is refused, but another lead is stored. */
function compareDefaults(shown: string, was: Schema, is: Schema): DocumentChange[] {
  const [old, now] = [was['x-default'], is['x-default']];
  // A pin is told as such.
  if (isDeepStrictEqual(old, now) || was.const !== undefined || is.const !== undefined) return [];
  const before = old === undefined ? '' : `, and got ${code(old)}`;
  const got = now === undefined ? 'nothing' : code(now);
  return [breaking(`A new lead without ${shown} now gets ${got}${before}.`)];
}

function compareWords(shown: string, was: Schema, is: Schema): DocumentChange[] {
  const changes = [
    ...(was['x-label'] === is['x-label'] ? [] : [textual(`${shown} is now called “${is['x-label']}”.`)]),
    ...compareLabels(shown, wordsOf(was), wordsOf(is)),
  ];
  return changes.length === 0 && was.description !== is.description ? [sayDescribed(shown)] : changes;
}

/** By value, what stands beside it: of an option its label, of a status also whether it is open, won or lost. */
const wordsOf = ({ items, ...schema }: Schema) =>
  (schema['x-enumDescriptions'] ?? (items as Schema | undefined)?.['x-enumDescriptions'] ?? {}) as Readonly<
    Record<string, string>
  >;

function compareLabels(shown: string, was: Readonly<Record<string, string>>, is: typeof was): DocumentChange[] {
  return Object.entries(is).flatMap(([value, words]) => {
    const before = Object.hasOwn(was, value) ? was[value] : undefined;
    if (before === undefined || before === words) return [];
    const [old, now] = [before, words].map((text) => /^(.*?)(?: \((open|won|lost)\))?$/s.exec(text) ?? []);
    return [
      ...(old?.[1] === now?.[1] ? [] : [textual(`${code(value)} of ${shown} is now called “${now?.[1]}”.`)]),
      ...(old?.[2] === now?.[2] ? [] : [textual(`${code(value)} of ${shown} now counts as ${now?.[2]}.`)]),
    ];
  });
}
