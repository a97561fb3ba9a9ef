/**
 * One JSON value, in which no member is named twice. Refuses with 400 `malformed_body`; and with 413 what has so many values that
 * reading it would hold up the process, though it is small enough in bytes.
 */
import { mostValues } from '../limits/body-size.ts';
import { refuse } from '../problem/problem.ts';
import { findDuplicate } from './duplicate-member.ts';
import { withMarkedNumbers } from './imprecise-number.ts';
import { jsonFault } from './json-fault.ts';

export async function parseJson(text: string): Promise<unknown> {
  if (text.length > mostValues && hasTooMany(text))
    throw refuse('body_too_large', `The body has more than ${mostValues.toLocaleString('en-US')} values.`);
  const value = await parse(text);
  const duplicate = await findDuplicate(text);
  if (duplicate !== undefined)
    throw refuse('malformed_body', `The body names the member \`${duplicate.slice(0, 80)}\` twice in one object.`);
  const marked = await withMarkedNumbers(text);
  return marked === undefined ? value : parse(marked);
}

async function parse(text: string): Promise<unknown> {
  try {
    return JSON.parse(text);
  } catch {
    const fault = await jsonFault(text);
    throw refuse('malformed_body', `The body is not valid JSON${fault === undefined ? '' : `; ${fault}`}.`);
  }
}

/** By what stands between values and around them, for nothing has been parsed yet; in texts as well, where it is rare. */
function hasTooMany(text: string): boolean {
  let found = 0;
  for (const mark of [',', '[', '{'])
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      found += 1;
      if (found > mostValues) return true;
    }
  return false;
}
