/**
 * Scans a JSON text before it is parsed: how much it holds, whether an object names a member twice, and where its long list
 * can be cut. The text may be invalid. The scan runs in pieces, so that a large text does not hold up other requests.
 */
import { bodyLimit, mostEntries, mostMembers, mostValues, mostValuesOfEntry } from '../../limits/body-size.ts';
import { endOfText } from '../../operation/json-text.ts';
import type { Turns } from '../../operation/turns.ts';

/** A list that is the whole text, or a member of its outer object. */
export interface LongList {
  /** The member's name as it stands in the text, with its quotes; `undefined` if the list is the whole text. */
  readonly name: string | undefined;
  /** Where its entries begin and end, and commas that cut it into parts that are quick to parse. */
  readonly start: number;
  end: number;
  readonly cuts: number[];
}

export interface Survey {
  /** Says which limit the text exceeds. The other results are then missing. */
  readonly tooMuch?: string;
  /**
   * The first member name that occurs twice in one object. `JSON.parse` keeps the last value, so the other one would be lost
   * silently.
   */
  readonly duplicate?: string | undefined;
  /** The lists that have cuts. */
  readonly lists: readonly LongList[];
}

/** Structural characters, and characters, between two checks whether other requests get their turn: a millisecond at most. */
const marksAtOnce = 2_000;
const charactersAtOnce = 200_000;
/** Characters in one part of a list. */
export const partLength = 65_536;

export async function survey(text: string, turns: Turns): Promise<Survey> {
  const scan = createScan(text);
  for (;;) {
    const done = scan(marksAtOnce);
    if (done) return done;
    if (turns.isOver()) await turns.pass();
  }
}

const [quote, comma, colon, openBrace, closeBrace, openBracket, closeBracket] = Array.from('",:{}[]', (mark) =>
  mark.charCodeAt(0),
);

/** An open object has the names of its members, an open list the number of its commas. */
interface Open {
  names: Set<string> | undefined;
  commas: number;
}

/** Each call continues where the last one stopped, for at most the given number of structural characters. */
function createScan(text: string) {
  const open: Open[] = [];
  const lists: LongList[] = [];
  let list: LongList | undefined;
  let lastCut = 0;
  /** Where the current entry of a long list began, or the text between long lists. */
  let entryStart = 0;
  let at = 0;
  let [textStart, textEnd] = [0, 0];
  let values = 0;
  let valuesOfEntry = 0;
  let duplicate: string | undefined;

  const more = (limit: number, things: string): Survey => ({
    tooMuch: `more than ${limit.toLocaleString('en-US')} ${things}`,
    lists: [],
  });

  /** Counts one value. Called at the character before it. */
  const isTooMany = (): boolean => {
    values += 1;
    valuesOfEntry += 1;
    return values > mostValues || valuesOfEntry > mostValuesOfEntry;
  };
  const inEntry = () => (list ? ' in one item' : '');
  const tooManyValues = (): Survey =>
    values > mostValues ? more(mostValues, 'values') : more(mostValuesOfEntry, `values${inEntry()}`);

  /** Starts counting again: an entry of a long list may be as large as a body with one lead. */
  const countFromHere = () => {
    valuesOfEntry = 0;
    entryStart = at;
  };
  const beginEntry = () => {
    countFromHere();
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

  return (marks: number): Survey | undefined => {
    const until = Math.min(text.length, at + charactersAtOnce);
    for (let i = 0; i < marks && at < until; at += 1) {
      switch (text.charCodeAt(at)) {
        case quote:
          textStart = at;
          textEnd = endOfText(text, at, entryStart + bodyLimit + 1);
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
            countFromHere();
          }
          open.push({ names: undefined, commas: 0 });
          break;
        case closeBrace:
        case closeBracket:
          if (list && open.length === listDepth(list)) {
            list.end = at;
            if (list.cuts.length > 0) lists.push(list);
            list = undefined;
            countFromHere();
          }
          open.pop();
          break;
        default:
          continue;
      }
      i += 1;
    }
    if (at - entryStart > bodyLimit) return more(bodyLimit, `characters${inEntry()}`);
    return at >= text.length ? { duplicate, lists } : undefined;
  };
}

/** The number of open objects and lists at the level of the list's own entries; -1 without a list. */
const listDepth = (list: LongList | undefined): number => (list ? (list.name === undefined ? 1 : 2) : -1);
