/**
 * A look through a JSON text before it is parsed: how much it holds, whether an object names a member twice, and where its long
 * list can be cut. The text need not be valid. It goes on in pieces, so that a large text holds nobody up.
 */
import { bodyLimit, mostEntries, mostMembers, mostValues, mostValuesOfOne } from '../../limits/body-size.ts';
import { endOfText } from '../../operation/json-text.ts';
import type { Turns } from '../../operation/turns.ts';

/** A list that is the text itself, or a member of it. */
export interface LongList {
  /** The member's name as it stands in the text, with its quotes; `undefined` for the text itself. */
  readonly name: string | undefined;
  /** Where its entries begin and end, and commas between them that are so far apart that a part of it is quickly parsed. */
  readonly start: number;
  end: number;
  readonly cuts: number[];
}

export interface Survey {
  /** What the text has more of than may be, in words. Nothing else is told then. */
  readonly tooMuch?: string;
  /** The first member name that occurs twice in one object. `JSON.parse` keeps the last: the other value would be lost silently. */
  readonly duplicate?: string | undefined;
  /** Those that have cuts. */
  readonly lists: readonly LongList[];
}

/** Marks, and characters, after which it is asked whether others get their turn: a millisecond at the most. */
const atOnce = 2_000;
const charactersAtOnce = 200_000;
/** Characters of a part of a list. */
export const partLength = 65_536;

export async function survey(text: string, turns: Turns): Promise<Survey> {
  const scan = createScan(text);
  for (;;) {
    const done = scan(atOnce);
    if (done) return done;
    if (turns.isOver()) await turns.pass();
  }
}

const [quote, comma, colon, openBrace, closeBrace, openBracket, closeBracket] = Array.from('",:{}[]', (mark) =>
  mark.charCodeAt(0),
);

/** An object has the names of its members, a list the number of its commas. */
interface Open {
  names: Set<string> | undefined;
  commas: number;
}

/** Goes on from where it stopped, for so many marks. */
function createScan(text: string) {
  const open: Open[] = [];
  const lists: LongList[] = [];
  let list: LongList | undefined;
  let lastCut = 0;
  /** Where the entry of a long list began that is looked through, or what stands outside of one. */
  let oneStart = 0;
  let at = 0;
  let [textStart, textEnd] = [0, 0];
  let values = 0;
  let valuesOfOne = 0;
  let duplicate: string | undefined;

  const more = (most: number, what: string): Survey => ({
    tooMuch: `more than ${most.toLocaleString('en-US')} ${what}`,
    lists: [],
  });

  /** Counts a value, by what stands before it. */
  const isTooMany = (): boolean => {
    values += 1;
    valuesOfOne += 1;
    return values > mostValues || valuesOfOne > mostValuesOfOne;
  };
  const inOne = () => (list ? ' in one item' : '');
  const tooManyValues = (): Survey =>
    values > mostValues ? more(mostValues, 'values') : more(mostValuesOfOne, `values${inOne()}`);

  /** An entry of a long list may be as large as a body with one lead. */
  const beginOne = () => {
    valuesOfOne = 0;
    oneStart = at;
  };
  const beginEntry = () => {
    beginOne();
    if (!list || at - lastCut < partLength) return;
    list.cuts.push(at);
    lastCut = at;
  };

  const name = (): string => {
    const raw = text.slice(textStart, textEnd);
    if (!raw.includes('\\')) return raw.slice(1, -1);
    // Names may be escaped: `"a"` and `"\u0061"` are the same.
    try {
      return JSON.parse(raw) as string;
    } catch {
      return raw;
    }
  };

  return (most: number): Survey | undefined => {
    const until = Math.min(text.length, at + charactersAtOnce);
    for (let i = 0; i < most && at < until; at += 1) {
      switch (text.charCodeAt(at)) {
        case quote:
          textStart = at;
          textEnd = endOfText(text, at, oneStart + bodyLimit + 1);
          at = textEnd - 1;
          break;
        case colon: {
          // A colon outside of a text follows a member's name.
          const innermost = open.at(-1);
          if (innermost?.names === undefined) break;
          const named = name();
          if (innermost.names.has(named)) duplicate ??= named;
          innermost.names.add(named);
          if (innermost.names.size > mostMembers) return more(mostMembers, 'members in one object');
          break;
        }
        case comma: {
          if (isTooMany()) return tooManyValues();
          const innermost = open.at(-1);
          if (innermost === undefined || innermost.names) break;
          innermost.commas += 1;
          if (innermost.commas >= mostEntries) return more(mostEntries, 'entries in one list');
          if (open.length === listDepth(list)) beginEntry();
          break;
        }
        case openBrace:
          if (isTooMany()) return tooManyValues();
          open.push({ names: new Set(), commas: 0 });
          break;
        case openBracket:
          if (isTooMany()) return tooManyValues();
          if (open.length === 0 || (open.length === 1 && open[0]?.names)) {
            list = { name: open[0] && text.slice(textStart, textEnd), start: at + 1, end: at + 1, cuts: [] };
            lastCut = at;
            beginOne();
          }
          open.push({ names: undefined, commas: 0 });
          break;
        case closeBrace:
        case closeBracket:
          if (list && open.length === listDepth(list)) {
            list.end = at;
            if (list.cuts.length > 0) lists.push(list);
            list = undefined;
            beginOne();
          }
          open.pop();
          break;
        default:
          continue;
      }
      i += 1;
    }
    if (at - oneStart > bodyLimit) return more(bodyLimit, `characters${inOne()}`);
    return at >= text.length ? { duplicate, lists } : undefined;
  };
}

/** How many are open while the list's own entries are looked through; none without a list. */
const listDepth = (list: LongList | undefined): number => (list ? (list.name === undefined ? 1 : 2) : -1);
