/** A sentence in parts, so that each medium can show names and values in its own way. */
import { code, plain } from '../words/markdown-text.ts';

/** Words of ours, or a name that programs know, or a name that people gave. */
export type Part = string | { readonly code: unknown } | { readonly called: string };
export type Phrase = readonly Part[];

/** `parts` between words of ours: phrase`${name(x)} is now required.` */
export const phrase = (words: TemplateStringsArray, ...parts: readonly (Part | Phrase)[]): Phrase =>
  words.flatMap((text, i) => {
    const part = parts[i];
    return [text, ...(part === undefined ? [] : Array.isArray(part) ? (part as Phrase) : [part as Part])];
  });

/** For programs and the console: names between backticks, what people wrote between quotation marks, as it was written. */
export const asText = (parts: Phrase): string =>
  parts
    .map((part) => (typeof part === 'string' ? part : 'code' in part ? code(part.code) : `“${part.called}”`))
    .join('');

/** For documents: Markdown, in which what people wrote has no meaning. */
export const asMarkdown = (parts: Phrase): string =>
  parts
    .map((part) => (typeof part === 'string' ? part : 'code' in part ? code(part.code) : `“${plain(part.called)}”`))
    .join('');

/** How many values a sentence names. */
const mostNamed = 10;

/** `a`, `b` and 3 more. */
export function listed(values: readonly unknown[], last = 'and'): Phrase {
  const shown = values.length > mostNamed + 1 ? values.slice(0, mostNamed) : values;
  const more = values.length - shown.length;
  const ends: readonly Part[] = more > 0 ? [`${more} more`] : [];
  const all: readonly Part[] = [...shown.map((value): Part => ({ code: value })), ...ends];
  return all.flatMap((part, i) => (i === 0 ? [part] : [i === all.length - 1 ? ` ${last} ` : ', ', part]));
}
