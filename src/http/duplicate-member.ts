/** JSON that names a member twice is valid, and `JSON.parse` keeps the last: the other value would be lost silently. */

import { setImmediate as others } from 'node:timers/promises';
import { endOfText } from '../operation/json-text.ts';

/** What stands outside of texts, and where one begins: a pattern for whole texts would need a stack as deep as they are long. */
const marks = /["{}[\],:]/g;

/** Marks after which others get their turn: some milliseconds. */
const atOnce = 10_000;

/** The first member name that occurs twice in one object of a valid JSON text, or `undefined`. */
export async function findDuplicate(text: string): Promise<string | undefined> {
  const scan = createScan(text);
  for (;;) {
    const { ended, duplicate } = scan(atOnce);
    if (ended) return duplicate;
    await others();
  }
}

/** Goes on from where it stopped, for so many marks. */
function createScan(text: string) {
  const open: (Set<string> | undefined)[] = [];
  let last = '';
  const next = new RegExp(marks);
  return (most: number): { readonly ended: boolean; readonly duplicate?: string } => {
    for (let i = 0; i < most; i++) {
      const found = next.exec(text);
      if (!found) return { ended: true };
      switch (found[0]) {
        case '{':
          open.push(new Set());
          break;
        case '[':
          open.push(undefined);
          break;
        case '}':
        case ']':
          open.pop();
          break;
        case ':': {
          // A colon outside a text follows a member's name. Names may be escaped: `"a"` and `"\u0061"` are the same.
          const name = last.includes('\\') ? (JSON.parse(last) as string) : last.slice(1, -1);
          const names = open[open.length - 1];
          if (names?.has(name)) return { ended: true, duplicate: name };
          names?.add(name);
          break;
        }
        case '"':
          next.lastIndex = endOfText(text, found.index);
          last = text.slice(found.index, next.lastIndex);
          break;
      }
    }
    return { ended: false };
  };
}
