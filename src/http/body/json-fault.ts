/**
 * Finds where a text stops being JSON (RFC 8259), and what stands there. `JSON.parse` does not always say so, and tools that
 * assemble texts (Zapier, Make, n8n, templates) often make such mistakes. Reads the text once, and lets other requests have
 * their turn.
 */
import { createTurns, type Turns } from '../../operation/turns.ts';

interface Fault {
  /** In UTF-16 units from the start. */
  readonly at: number;
  /** Says what stands there: `\`,\` stands where a value should be`. */
  readonly words: string;
}

/** Tokens between two checks whether other requests get their turn: a millisecond at most. */
const tokensAtOnce = 2_000;
const longestShown = 30;

/** `line 1, column 6: \`,\` stands where a value should be`; `undefined` if the text is JSON. */
export async function jsonFault(text: string, turns: Turns = createTurns()): Promise<string | undefined> {
  const scan = createScan(text);
  for (;;) {
    const { fault, ended } = scan(tokensAtOnce);
    if (fault) return `${await place(text, fault.at, turns)}: ${fault.words}`;
    if (ended) return undefined;
    if (turns.isOver()) await turns.pass();
  }
}

/** Lets other requests have their turn, because a text may have sixteen million lines. */
async function place(text: string, at: number, turns: Turns): Promise<string> {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', start)) {
    line += 1;
    start = end + 1;
    if (line % 1_000 === 0 && turns.isOver()) await turns.pass();
  }
  return `line ${line}, column ${at - start + 1}`;
}

/** The tokens that may come next. */
type Next = 'value' | 'value or ]' | 'name' | 'name or }' | ':' | ', or end' | 'nothing';

const expected: Readonly<Record<Next, string>> = {
  value: 'a value should be',
  'value or ]': 'a value or `]` should be',
  name: 'a member name in double quotes should be',
  'name or }': 'a member name in double quotes or `}` should be',
  ':': 'a colon should be',
  ', or end': 'a comma or the end of the list or object should be',
  nothing: 'nothing should follow: the JSON has ended',
};

function createScan(text: string) {
  const open: ('{' | '[')[] = [];
  let next: Next = 'value';
  let at = 0;
  const afterValue = () => {
    next = open.length > 0 ? ', or end' : 'nothing';
  };
  const wrong = (words = standing(text, at, next)) => ({ fault: { at, words } });

  /** Reads one token. Returns its fault, if it has one. */
  const step = (): Fault | undefined => {
    const mark = text[at] as string;
    const takesValue = next === 'value' || next === 'value or ]';
    const takesName = next === 'name' || next === 'name or }';
    const innermost = open.at(-1);
    if (mark === '"' && (takesValue || takesName)) {
      const end = endOfText(text, at);
      if (typeof end !== 'number') return end;
      at = end;
      if (takesName) next = ':';
      else afterValue();
      return undefined;
    }
    const closes = mark === '}' ? '{' : mark === ']' ? '[' : undefined;
    if (closes && innermost === closes && (next === ', or end' || next === 'name or }' || next === 'value or ]')) {
      open.pop();
      afterValue();
    } else if ((mark === '{' || mark === '[') && takesValue) {
      open.push(mark);
      next = mark === '{' ? 'name or }' : 'value or ]';
    } else if (mark === ':' && next === ':') next = 'value';
    else if (mark === ',' && next === ', or end') next = innermost === '{' ? 'name' : 'value';
    else {
      const word = takesValue ? matched(scalar, text, at) : '';
      if (word === '' || matched(wordMark, text, at + word.length) !== '') return wrong().fault;
      at += word.length - 1;
      afterValue();
    }
    at += 1;
    return undefined;
  };

  return (tokens: number): { readonly fault?: Fault; readonly ended?: boolean } => {
    for (let i = 0; i < tokens; i++) {
      at += matched(space, text, at).length;
      if (at >= text.length) return next === 'nothing' ? { ended: true } : wrong();
      const fault = step();
      if (fault) return { fault };
    }
    return {};
  };
}

const space = /[ \t\n\r]*/y;
const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const wordMark = /[\w.+-]/y;
/**
 * Characters that a text may hold (RFC 8259, 7), in short parts: one pattern for a whole long text would overflow the stack.
 */
const inText = /(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})){1,500}/y;
const anyWord = /[\p{L}\p{N}_.$+-]+|[\s\S]/uy;

function matched(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** The index behind the closing quote of the text that starts at `start`, or the fault in it. */
function endOfText(text: string, start: number): number | Fault {
  let at = start + 1;
  for (let part = matched(inText, text, at); part !== ''; part = matched(inText, text, at)) at += part.length;
  if (text[at] === '"') return at + 1;
  if (at >= text.length) return { at: start, words: 'the text that begins here does not end' };
  if (text[at] === '\\') return { at, words: `${quoted(text.slice(at, at + 2))} is not a JSON escape` };
  return { at, words: `${named(text[at] as string)} stands inside a text: write it as an escape` };
}

/** Hints by the expected token and the found word. The first match counts. */
const hints: readonly (readonly [where: RegExp, what: RegExp, hint: string])[] = [
  [/^value/, /^[,}]$/, ' (a placeholder was left empty: send `null`)'],
  [/./, /^(?:NaN|[+-]?Infinity|undefined|None)$/, ' (send `null`)'],
  [/./, /^(?:True|False|TRUE|FALSE)$/, ' (in small letters)'],
  [/^(?:value|name)/, /^[\p{L}_'“”‘’]/u, ' (texts stand in double quotes)'],
  [/^name$/, /^}$/, ' (the comma before it is one too many)'],
];

function standing(text: string, at: number, next: Next): string {
  if (at >= text.length) return `the body ends where ${expected[next]}`;
  const word = matched(anyWord, text, at);
  const hint = hints.find(([where, what]) => where.test(next) && what.test(word))?.[2] ?? '';
  return `${quoted(word)} stands where ${expected[next]}${hint}`;
}

function quoted(word: string): string {
  const [first = ''] = word;
  if (word.length <= 2 && /\p{C}|\p{Z}/u.test(first)) return named(first);
  return `\`${word.length > longestShown ? `${word.slice(0, longestShown)}…` : word}\``;
}

/** The name of an invisible character. */
function named(character: string): string {
  if (character === '\n' || character === '\r') return 'a line break';
  if (character === '\t') return 'a tab';
  return `the character U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
