/**
 * Numbers of a JSON text that a double does not hold as they stand there: each is replaced by its mark (`campaign/values/precision`), so that
 * it is refused at its place. Refuses nothing itself; nearly all texts have none, and are only looked through.
 */
import { isExact, markOf } from '../../campaign/values/precision.ts';
import { endOfText } from '../../operation/json-text.ts';
import type { Turns } from '../../operation/turns.ts';

/** Sixteen digits, or an exponent that may lead to nothing: without, every number is exact. */
const suspect = /[0-9.]{16}|[eE]-[0-9]{3}/;
const marks = /["{}[\],:]/g;
/** Marks after which it is asked whether others get their turn: a millisecond at the most. */
const atOnce = 2_000;

/** The valid JSON text with the marks in it; `undefined` where it needs none. */
export async function withMarkedNumbers(text: string, turns: Turns): Promise<string | undefined> {
  if (!suspect.test(text)) return undefined;
  const parts: string[] = [];
  let kept = 0;
  const scan = createScan(text, (start, end) => {
    parts.push(text.slice(kept, start), JSON.stringify(markOf(text.slice(start, end))));
    kept = end;
  });
  while (!scan()) if (turns.isOver()) await turns.pass();
  return kept === 0 ? undefined : parts.join('') + text.slice(kept);
}

/** Goes on from where it stopped; true when it has come to the end. */
function createScan(text: string, imprecise: (start: number, end: number) => void) {
  const next = new RegExp(marks);
  /** Behind the last mark, where a number may stand. */
  let from = 0;
  return (): boolean => {
    for (let i = 0; i < atOnce; i++) {
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
