/**
 * Finds numbers in a JSON text that a double cannot hold exactly, and replaces each with its mark
 * (`campaign/values/precision`), so that validation refuses it at its place. Refuses nothing itself. Most texts have no such
 * number and are only scanned.
 */
import { isExact, markOf } from '../../campaign/values/precision.ts';
import { endOfText } from '../../operation/json-text.ts';
import type { Turns } from '../../operation/turns.ts';

/** Sixteen digits, or an exponent that may underflow to 0. Without either, every number in the text is exact. */
const suspect = /[0-9.]{16}|[eE]-[0-9]{3}/;
const structure = /["{}[\],:]/g;
/** Structural characters between two checks whether other requests get their turn: a millisecond at most. */
const marksAtOnce = 2_000;

/** The valid JSON text with its marks; `undefined` if all its numbers are exact. */
export async function withMarkedNumbers(text: string, turns: Turns): Promise<string | undefined> {
  if (!suspect.test(text)) return undefined;
  const parts: string[] = [];
  let copied = 0;
  const scan = createScan(text, (start, end) => {
    parts.push(text.slice(copied, start), JSON.stringify(markOf(text.slice(start, end))));
    copied = end;
  });
  while (!scan()) if (turns.isOver()) await turns.pass();
  return copied === 0 ? undefined : parts.join('') + text.slice(copied);
}

/** Each call continues where the last one stopped. Returns true at the end of the text. */
function createScan(text: string, imprecise: (start: number, end: number) => void) {
  const next = new RegExp(structure);
  /** Behind the last structural character, where a number may start. */
  let from = 0;
  return (): boolean => {
    for (let i = 0; i < marksAtOnce; i++) {
      const found = next.exec(text);
      if (!found) return true;
      if (found[0] === '"') next.lastIndex = endOfText(text, found.index);
      else if (found.index - from > 4) look(from, found.index);
      from = next.lastIndex;
    }
    return false;
  };

  function look(start: number, end: number): void {
    const between = text.slice(start, end);
    const source = between.trim();
    if (!/^-?[0-9]/.test(source) || isExact(source)) return;
    const at = start + between.indexOf(source);
    imprecise(at, at + source.length);
  }
}
