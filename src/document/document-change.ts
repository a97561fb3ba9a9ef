/** One difference between two published documents, as a vendor reads it. */
import { code } from './words.ts';

export interface DocumentChange {
  /**
   * `breaking`: a request that was accepted may now be refused, or an answer hold what a client does not know. `additive`:
   * something more is possible. `textual`: words and order alone.
   */
  readonly class: 'additive' | 'breaking' | 'textual';
  /** For people; in Markdown, with names as code. */
  readonly sentence: string;
}

export const breaking = (sentence: string): DocumentChange => ({ class: 'breaking', sentence });
export const additive = (sentence: string): DocumentChange => ({ class: 'additive', sentence });
export const textual = (sentence: string): DocumentChange => ({ class: 'textual', sentence });

export const sayRequired = (name: string, required: boolean): DocumentChange =>
  required ? breaking(`${code(name)} is now required.`) : additive(`${code(name)} is no longer required.`);

/** Each sentence once: several places of a document may say the same of one thing. */
export function once(changes: readonly DocumentChange[]): DocumentChange[] {
  const sentences = changes.map(({ sentence }) => sentence);
  return changes.filter(({ sentence }, i) => sentences.indexOf(sentence) === i);
}

const vague = 'The description of ';

export const sayDescribed = (name: string): DocumentChange => textual(`${vague}${name} has changed.`);

/** Of one thing: where more is told of it, that its description has changed goes without saying. */
export function withoutWords(changes: readonly DocumentChange[]): DocumentChange[] {
  const more = changes.filter(({ sentence }) => !sentence.startsWith(vague));
  return more.length > 0 ? more : [...changes];
}
