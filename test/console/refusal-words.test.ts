/** The reason of a refused request in words, for every code that a token's request can get. */
import { expect, test } from '@jest/globals';
import { refusalWords, requestWords, valueWords } from '../../src/console/tokens/handover/refusal-words.ts';
import { problemCodes } from '../../src/problem/codes.ts';
import { inputCodes } from '../../src/problem/input-codes.ts';

/** Codes of the Management API, and codes of requests without an accepted token. These requests are not recorded. */
const elsewhere = [
  'token_missing',
  'invalid_token',
  'not_signed_in',
  'wrong_credentials',
  'insufficient_role',
  'confirmation_required',
  'already_exists',
  'in_use',
  'last_owner',
  'stale',
];

test('every code has words', () => {
  expect(Object.keys(requestWords).sort()).toEqual(problemCodes.filter((code) => !elsewhere.includes(code)).sort());
  expect(Object.keys(valueWords).sort()).toEqual(Object.keys(inputCodes).sort());
});

const request = (code: string | null, errors: { pointer?: string; parameter?: string; code: string }[] = []) => ({
  ...{ at: '2026-11-30T10:00:00.000Z', campaign: 'solar-dk', operation: 'createLead', status: 422, lead: null },
  ...{ code, errors, request_id: 'one', duration_ms: 3 },
});

test.each([
  [request('malformed_body'), 'the body is not valid JSON'],
  [request(null), 'no such address exists'],
  [request('invalid_lead', [{ pointer: '/fields/source', code: 'required' }]), '“source” is missing or empty'],
  [request('invalid_lead', [{ pointer: '/fields/*', code: 'unknown' }]), 'a field of that name does not exist'],
  [request('invalid_request', [{ pointer: '', code: 'type' }]), 'the body is of the wrong type'],
  [request('invalid_parameter', [{ parameter: '*', code: 'unknown' }]), 'a parameter of that name does not exist'],
  [request('invalid_parameter', [{ parameter: 'limit', code: 'maximum' }]), 'the parameter “limit” is too large'],
  [
    request(null, [
      { pointer: '/items/4/fields/zip', code: 'format' },
      { pointer: '/items/5', code: 'duplicate_lead' },
    ]),
    '“zip” in item 5 does not have the right form; item 6: the lead exists already',
  ],
  [
    request(
      'invalid_lead',
      ['a', 'b', 'c', 'd', 'e'].map((key) => ({ pointer: `/fields/${key}`, code: 'max_length' })),
    ),
    '“a” is too long; “b” is too long; “c” is too long; and 2 more',
  ],
])('%#: in words', (refused, words) => {
  expect(refusalWords(refused)).toBe(words);
});
