/** A sentence in parts, so that each medium can format names and values in its own way. */
import { code, plain } from '../words/markdown-text.ts';

/** Our own words, a name of the API (`code`), or a name that people gave (`called`). */
export type Part = string | { readonly code: unknown } | { readonly called: string };
export type Phrase = readonly Part[];

/** Puts `parts` between our own words: phrase`${name(x)} is now required.` */
export const phrase = (words: TemplateStringsArray, ...parts: readonly (Part | Phrase)[]): Phrase =>
  words.flatMap((text, i) => {
    const part = parts[i];
    return [text, ...(part === undefined ? [] : Array.isArray(part) ? (part as Phrase) : [part as Part])];
  });

/**
 * For programs and the console: API names between backticks, and names that people gave between quotation marks, unchanged.
 */
export const asText = (parts: Phrase): string =>
  parts
    .map((part) => (typeof part === 'string' ? part : 'code' in part ? code(part.code) : `“${part.called}”`))
    .join('');

/** For documents: Markdown, with the texts of people escaped. */
export const asMarkdown = (parts: Phrase): string =>
  parts
    .map((part) => (typeof part === 'string' ? part : 'code' in part ? code(part.code) : `“${plain(part.called)}”`))
    .join('');

/** The largest number of values in one sentence. */
const mostNamed = 10;

/** `a`, `b` and 3 more. */
export function listed(values: readonly unknown[], last = 'and'): Phrase {
  const shown = values.length > mostNamed + 1 ? values.slice(0, mostNamed) : values;
  const more = values.length - shown.length;
  const ends: readonly Part[] = more > 0 ? [`${more} more`] : [];
  const all: readonly Part[] = [...shown.map((value): Part => ({ code: value })), ...ends];
  return all.flatMap((part, i) => (i === 0 ? [part] : [i === all.length - 1 ? ` ${last} ` : ', ', part]));
}
