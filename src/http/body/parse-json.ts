/**
 * Parses one JSON value that names no member twice. Refuses with 400 `malformed_body`, and with 413 a body that is small in
 * bytes but holds so much that parsing it would hold up the process. A long list is parsed in parts, between which other
 * requests get their turn.
 */
import { createTurns, type Turns } from '../../operation/turns.ts';
import { refuse } from '../../problem/problem.ts';
import { withMarkedNumbers } from './imprecise-number.ts';
import { jsonFault } from './json-fault.ts';
import { type LongList, survey } from './json-survey.ts';

export async function parseJson(text: string, turns: Turns = createTurns()): Promise<unknown> {
  const { tooMuch, duplicate, lists } = await survey(text, turns);
  if (tooMuch !== undefined) throw refuse('body_too_large', `The body has ${tooMuch}.`);
  const value = await parseWhole(text, lists, turns);
  if (duplicate !== undefined)
    throw refuse('malformed_body', `The body names the member \`${duplicate.slice(0, 80)}\` twice in one object.`);
  return value;
}

/** Whether a text is JSON. A text that holds too much counts as JSON. */
export async function isJson(text: string, turns: Turns): Promise<boolean> {
  const { tooMuch, lists } = await survey(text, turns);
  if (tooMuch !== undefined) return true;
  try {
    await parseValue(text, lists, turns);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

const parseValue = (text: string, lists: readonly LongList[], turns: Turns): Promise<unknown> =>
  lists.length > 0 ? parseInParts(text, lists, turns) : parsePart(text, turns);

async function parseWhole(text: string, lists: readonly LongList[], turns: Turns): Promise<unknown> {
  try {
    return await parseValue(text, lists, turns);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const fault = await jsonFault(text, turns);
    throw refuse('malformed_body', `The body is not valid JSON${fault === undefined ? '' : `; ${fault}`}.`);
  }
}

/**
 * Parses the text without the entries of its long lists, and then these part by part. The whole is valid JSON exactly if each
 * piece is valid and no part is empty, because the text between two commas of a list is valid on its own.
 */
async function parseInParts(text: string, lists: readonly LongList[], turns: Turns): Promise<unknown> {
  const filled: unknown[][] = [];
  const outline: string[] = [];
  let copied = 0;
  for (const { start, end, cuts } of lists) {
    outline.push(text.slice(copied, start));
    copied = end;
    const entries: unknown[] = [];
    let from = start;
    for (const to of [...cuts, end]) {
      if (turns.isOver()) await turns.pass();
      const part = (await parsePart(`[${text.slice(from, to)}]`, turns)) as unknown[];
      if (part.length === 0) throw new SyntaxError('a value is missing between two commas');
      for (const entry of part) entries.push(entry);
      from = to + 1;
    }
    filled.push(entries);
  }
  const whole = await parsePart(outline.join('') + text.slice(copied), turns);
  for (const [i, { name }] of lists.entries()) {
    if (name === undefined) return filled[i];
    // Reads the object's own member, even if its name is `__proto__`.
    const member = (whole as Record<string, unknown>)[JSON.parse(name) as string];
    if (Array.isArray(member)) for (const entry of filled[i] ?? []) member.push(entry);
  }
  return whole;
}

async function parsePart(text: string, turns: Turns): Promise<unknown> {
  const value: unknown = JSON.parse(text);
  const marked = await withMarkedNumbers(text, turns);
  return marked === undefined ? value : JSON.parse(marked);
}
