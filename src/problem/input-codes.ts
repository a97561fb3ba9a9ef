/**
 * The table of `errors[].code`: what can be wrong with one value, for the pages of problems. A code, once published, keeps
 * its meaning.
 */
import type { ProblemCode } from './codes.ts';
import type { InputError } from './problem.ts';

export const inputCodes = {
  required: 'It is missing, empty or blank, and must not be.',
  unknown: 'There is no such member, field or parameter.',
  type: 'It is of another JSON type than it should be, or null.',
  format:
    'It does not have the form of its type, such as an e-mail address, or holds characters that cannot be stored.',
  pattern: 'It does not match the regular expression of its field.',
  not_allowed: 'It is none of the values that may be written; `allowed` lists them where they are few.',
  pinned: "The token's filter fixes it to another value, which stands in `allowed`.",
  min_length: 'The text is too short.',
  max_length: 'The text is too long.',
  minimum: 'The number is too small.',
  maximum: 'The number is too large.',
  precision: 'The number has more digits than are kept; it is not rounded.',
  min_items: 'The list has too few entries.',
  max_items: 'The list has too many entries.',
  repeated: 'It is given twice, and may be given once.',
  external_id_taken: 'Another lead in the scope of the token has it.',
  invalid_cursor: 'The cursor was altered, or belongs to another list.',
  already_exists: 'Another thing has it, or has had it.',
  too_deep: 'A condition is nested too deeply.',
  too_large: 'A condition has too many parts.',
} as const satisfies Readonly<Record<string, string>>;

/** A code that is not in the table does not compile. */
export type InputCode = keyof typeof inputCodes;

/** What `errors` may hold, for each kind of problem that has them. */
export const exampleErrors: Readonly<Partial<Record<ProblemCode, readonly InputError[]>>> = {
  invalid_lead: [
    { pointer: '/fields/name', code: 'required', detail: '`name` is required.' },
    {
      pointer: '/fields/roof_type',
      code: 'not_allowed',
      detail: '`roof_type` must be one of "tile", "flat".',
      allowed: ['tile', 'flat'],
    },
  ],
  invalid_request: [
    { pointer: '/label', code: 'required', detail: '`label` cannot be empty.' },
    { pointer: '/options/0', code: 'type', detail: 'Entry 1 of `options` must be an object.' },
  ],
  invalid_parameter: [
    { parameter: 'limit', code: 'maximum', detail: '`limit` must be at most 200.' },
    {
      parameter: 'limmit',
      code: 'unknown',
      detail: '`limmit` is not a parameter of this operation (did you mean `limit`?).',
    },
  ],
  external_id_taken: [
    { pointer: '/external_id', code: 'external_id_taken', detail: '`external_id` must be one that no other lead has.' },
  ],
};
