/**
 * Judges sentences: a text is cut into sentences, and each is held against patterns that put things the wrong way round.
 * The rules are few and strict, so that no line needs a marker: where a rule is wrong, the rule is mended.
 */

/** Where a text stands. Headings may be phrases ("What is logged"), and test names have a rule of their own. */
export type Kind = 'comments' | 'texts' | 'specs' | 'documents' | 'headings' | 'test names';

export interface Sentence {
  readonly text: string;
  /** Line breaks of the text before this sentence. */
  readonly line: number;
}

const abbreviations = /\b(?:e\.g|i\.e|etc|vs|cf|No|Mr|Mrs|Dr|St)\.$/;
const wordsOf = (text: string): string[] => text.match(/\p{L}[\p{L}'’-]*/gu) ?? [];

/** Code spans, addresses and placeholders stand for a thing, so a single word takes their place. */
function withoutCode(text: string): string {
  return text
    .replace(/``[^`]+``|`[^`]*`/g, (span) => `Code${'\n'.repeat(span.split('\n').length - 1)}`)
    .replace(/https?:\/\/\S+/g, 'Address')
    .replace(/\$\{[^}]*\}|<[a-z/!][^>]*>/gi, '');
}

/** The sentences of a text. A paragraph ends a sentence, and so does the next entry of a list. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  const plain = withoutCode(text);
  const end = /[.!?]["'”’)*_]*(?=\s+["'“‘(*_]*[\p{Lu}\d…])|\n\s*\n|\n(?=\s*(?:[-*•]|\d+\.)\s)|$/gu;
  let start = 0;
  for (const match of plain.matchAll(end)) {
    const until = match.index + match[0].trimEnd().length;
    if (abbreviations.test(plain.slice(start, until))) continue;
    const piece = plain.slice(start, until);
    const opening = piece.length - piece.trimStart().length;
    const sentence = piece.trim().replace(/\s+/g, ' ');
    if (wordsOf(sentence).length > 2)
      sentences.push({ text: sentence, line: plain.slice(0, start + opening).split('\n').length - 1 });
    start = match.index + match[0].length;
  }
  return sentences;
}

/** Verbs that show that a clause, and not a noun, follows on "for". */
const verb =
  /^(?:is|are|was|were|be|has|have|had|can|cannot|could|may|might|must|will|would|should|does|do|did|stands?|holds?|makes?|takes?|knows?|sees?|reads?|writes?|comes?|goes|gives?|needs?|says?|ends?|costs?|counts?|means?|keeps?|runs?|waits?|lets?|shows?|tells?|asks?|sends?|looks?|wants?|came|went|took|gave|knew|saw|stood|held|made)$/i;

/** Words after which what follows only describes the noun, or begins another phrase. */
const relative = /^(?:that|which|who|whose|whom|where|when|while|if|as|and|or|but|with|without|to|in|of|by|than)$/i;

/** `, for` means "because" if a clause with a verb follows, as in `, for the planner would scan it`. */
function forMeansBecause(sentence: string): boolean {
  return [...sentence.matchAll(/[,;] for (?!example|instance)([^,;:.()]*)/gi)].some(([, rest = '']) =>
    isClause(wordsOf(rest)),
  );
}

function isClause(words: readonly string[]): boolean {
  const [first = '', second = ''] = words;
  if (/^(?:otherwise|there|nobody|he|she|we|they|I)$/i.test(first)) return true;
  if (/^it$/i.test(first)) return second !== '' && !/^(?:alone|too|only|and|or|as|in|of|by|to|at|from)$/i.test(second);
  // "For what is announced" is a thing; only a second verb makes it a clause.
  const needed = /^(?:what|whoever)$/i.test(first) ? 2 : 1;
  const end = words.findIndex((word, index) => index > 0 && relative.test(word) && !/^of$/i.test(word));
  const before = end < 0 ? words : words.slice(0, end);
  // A verb needs a subject before it.
  return before.filter((word, index) => index > 0 && verb.test(word)).length >= needed;
}

interface Rule {
  readonly name: string;
  readonly breaks: (sentence: string, kind: Kind) => boolean;
}

const opening = (sentence: string): string => sentence.replace(/^(?:[^\p{L}]|- )+/u, '');

export const rules: readonly Rule[] = [
  {
    name: 'opens with Of, What, Who or Whoever',
    breaks: (sentence, kind) =>
      kind !== 'headings' &&
      !/\?["'”’)*_]*$/.test(sentence) &&
      /^(?:of(?! course\b)|what|who|whoever|whatever|whom)\b(?!-)/i.test(opening(sentence)),
  },
  { name: '", for" in place of "because"', breaks: forMeansBecause },
  {
    name: 'none',
    breaks: (sentence) => /(?<![\w-])none(?![\w-])/i.test(sentence),
  },
  { name: 'nothing but', breaks: (sentence) => /\bnothing but\b/i.test(sentence) },
  { name: 'anew', breaks: (sentence) => /\banew\b/i.test(sentence) },
  { name: 'is told', breaks: (sentence) => /\b(?:is|are|was|were|be|been|being) told\b/i.test(sentence) },
  {
    // A status may be the subject, as in "404 for a campaign of another account".
    name: 'a test name without a subject',
    breaks: (sentence, kind) =>
      kind === 'test names' &&
      /^(?:\d{3}: )?(?:so|it|its|they|them|he|she|of|at|by|from|to|with|without|on|in|into|under|beside|behind|for)\b(?!-)/i.test(
        sentence,
      ),
  },
];

/** The names of the rules that a sentence breaks. */
export function brokenBy(sentence: string, kind: Kind = 'comments'): string[] {
  return rules.filter(({ breaks }) => breaks(sentence, kind)).map(({ name }) => name);
}
