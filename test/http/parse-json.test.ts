/** JSON bodies: a long one is read in parts, always with the result of `JSON.parse`, and is bounded before it is parsed. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exactNumber } from '../../src/campaign/values/precision.ts';
import { survey } from '../../src/http/body/json-survey.ts';
import { parseJson } from '../../src/http/body/parse-json.ts';
import { bodyLimit, mostEntries, mostMembers, mostValues, mostValuesOfEntry } from '../../src/limits/body-size.ts';
import { createTurns } from '../../src/operation/turns.ts';
import { Problem } from '../../src/problem/problem.ts';

/** The parsed text, or the code of its refusal. */
const read = (text: string): Promise<unknown> =>
  parseJson(text).then(
    (value) => ({ value }),
    (error: unknown) => {
      if (error instanceof Problem) return error.code;
      throw error;
    },
  );

/** A number that a double cannot hold is read as its mark. `source`: the number as it is written (ECMA-262, JSON.parse). */
const marking = (_: string, value: unknown, { source }: { readonly source?: string }): unknown =>
  typeof value === 'number' && source !== undefined ? exactNumber(source) : value;

function parsed(text: string): unknown {
  try {
    return { value: JSON.parse(text, marking as (key: string, value: unknown) => unknown) };
  } catch {
    return 'malformed_body';
  }
}

/** Entries that make a list long enough for several parts. */
const filler = (count: number, entry: string): string => Array.from({ length: count }, () => entry).join(',');
const long = filler(4_000, `{"op":"create","fields":{"name":"${'a'.repeat(20)}"}}`);

test.each([
  ['a list of a member', `{"items":[${long}],"atomic":true}`],
  ['a list that is the whole', ` [ ${long} ] `],
  ['two lists', `{"items":[${long}],"more":[${long}]}`],
  ['a list that is named __proto__', `{"__proto__":[${long}],"a":1}`],
  ['a name with escapes', `{"it\\u0065ms":[${long}]}`],
  ['brackets and commas in texts', `{"items":[${filler(9_000, '"],[\\"}{,"')}]}`],
  [
    'an entry that is longer than a part',
    `{"items":["${'x'.repeat(300_000)}",${long},{"a":"${'y'.repeat(200_000)}"}]}`,
  ],
  ['lists in lists', `{"items":[${filler(9_000, '[[1,2],[3],{"__proto__":[4]}]')}]}`],
  ['nothing behind the last comma', `{"items":[${long},]}`],
  ['nothing between two commas', `{"items":[${long},,${long}]}`],
  ['nothing before the first comma', `{"items":[,${long}]}`],
  ['a list that does not end', `{"items":[${long}`],
  ['a list that a brace ends', `{"items":[${long}}`],
  ['a text that does not end', `{"items":[${long},"abc]}`],
  ['an end too many', `{"items":[${long}]]}`],
  ['two values', `[${long}][${long}]`],
  ['a broken entry', `{"items":[${long},{"op":tru},${long}]}`],
  ['a broken end', `{"items":[${long}],"atomic":maybe}`],
  ['names without a colon', `{"items"[${long}]}`],
  ['a number that a double cannot hold', `{"items":[${long},{"a":18000402717477113e-112}]}`],
])('%s: the same as JSON.parse', async (_, text) => {
  expect(await read(text)).toEqual(parsed(text));
});

test('a long list is read as JSON.parse reads it, whatever it holds and wherever it is broken', async () => {
  const json = fc.json({ maxDepth: 3 });
  const pieces = fc.array(fc.oneof(json, json, fc.constantFrom('{"a":[1,{"__proto__":2}]}', '"],"', '"\\\\"', '')), {
    minLength: 1,
    maxLength: 6,
  });
  const around = fc.constantFrom<(list: string) => string>(
    (list) => `{"items":${list}}`,
    (list) => `{"a":[1],"__proto__":${list},"b":{"c":[]}}`,
    (list) => ` ${list}\n`,
    (list) => `[${list}]`,
  );
  const broken = fc.option(fc.tuple(fc.nat(400_000), fc.constantFrom('', '"', ',', ']', '[', '}', '\\', 'x')));
  const text = fc.tuple(pieces, around, broken).map(([parts, surround, fault]) => {
    const list = surround(`[${parts.join(`,"${'z'.repeat(40_000)}",`)}]`);
    if (!fault) return list;
    const at = fault[0] % list.length;
    return list.slice(0, at) + fault[1] + list.slice(at + 1);
  });
  await fc.assert(
    fc.asyncProperty(text, async (one) => {
      const { duplicate } = await survey(one, createTurns());
      const whole = parsed(one);
      expect(await read(one)).toEqual(duplicate === undefined ? whole : 'malformed_body');
    }),
    { numRuns: 300 },
  );
});

test('a member that is named twice is found in any part, and however it is written', async () => {
  for (const twice of ['{"a":1,"\\u0061":2}', '{"a":{"b":1,"b":2}}'])
    expect(await read(`{"items":[${long},${twice},${long}]}`)).toBe('malformed_body');
});

const objectOf = (members: number) => `{${Array.from({ length: members }, (_, i) => `"k${i}":1`).join(',')}}`;

test.each([
  ['members', objectOf(mostMembers), objectOf(mostMembers + 1)],
  ['members of an item', `[${objectOf(mostMembers)}]`, `[1,${objectOf(mostMembers + 1)}]`],
  ['entries', `[${filler(mostEntries, '1')}]`, `[${filler(mostEntries + 1, '1')}]`],
  [
    'levels',
    `${'['.repeat(mostValuesOfEntry - 1)}${']'.repeat(mostValuesOfEntry - 1)}`,
    `${'['.repeat(mostValuesOfEntry + 2)}${']'.repeat(mostValuesOfEntry + 2)}`,
  ],
  ['characters in one text', `"${'a'.repeat(bodyLimit - 2)}"`, `"${'a'.repeat(bodyLimit)}"`],
  ['characters in one item', `[1,"${'a'.repeat(bodyLimit - 10)}"]`, `[1,"${'a'.repeat(bodyLimit)}"]`],
  ['space', `[1]${' '.repeat(bodyLimit - 10)}`, `[1]${' '.repeat(bodyLimit + 10)}`],
])('a body with at most so many %s is read, and one more is refused before it is parsed', async (_, most, tooMany) => {
  expect(await read(most)).toMatchObject({ value: expect.anything() });
  expect(await read(tooMany)).toBe('body_too_large');
  // A text that is not JSON can be refused for its size too.
  expect(await read(`${tooMany.slice(0, -1)}`)).toBe('body_too_large');
});

test('the values of all items together are bounded', async () => {
  const item = `[${filler(500, '1')}]`;
  const items = (count: number) => `{"items":[${filler(count, item)}]}`;
  expect(await read(items(mostValues / 500 - 5))).toMatchObject({ value: { items: expect.anything() } });
  expect(await read(items(mostValues / 500 + 5))).toBe('body_too_large');
});

test('a batch of a thousand items with two hundred fields each is far within the bounds', async () => {
  const item = `{"op":"create","fields":${objectOf(200)}}`;
  expect(await read(`{"items":[${filler(1_000, item)}]}`)).toMatchObject({ value: { items: { length: 1_000 } } });
});
