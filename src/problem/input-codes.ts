/**
 * The table of `errors[].code`: what can be wrong with one value. The pages of the problems show it. A code, once published,
 * keeps its meaning.
 */
import type { ProblemCode } from './codes.ts';
import type { InputError } from './problem.ts';

export const inputCodes = {
  required: 'The value is required, and is missing, empty or blank.',
  unknown: 'No member, field or parameter has this name.',
  type: 'The value has the wrong JSON type, or is null.',
  format:
    'The value does not have the form of its type, such as an e-mail address, or has characters that cannot be stored.',
  pattern: 'The value does not match the regular expression of the field.',
  not_allowed: 'The value is not one of the allowed values. `allowed` lists them if they are few.',
  pinned: "The token's filter fixes this field to another value, which is in `allowed`.",
  min_length: 'The text is too short.',
  max_length: 'The text is too long.',
  minimum: 'The number is too small.',
  maximum: 'The number is too large.',
  precision: 'The number has more digits than can be stored. It is not rounded.',
  min_items: 'The list has too few entries.',
  max_items: 'The list has too many entries.',
  repeated: 'It is given twice, and may occur only once.',
  external_id_taken: 'Another lead in the scope of the token has this external id.',
  invalid_cursor: 'The cursor was altered, or belongs to another list.',
  already_exists: 'The name or key is in use, or was used before and cannot be reused.',
  too_deep: 'A condition is nested too deeply.',
  too_large: 'A condition has too many parts.',
} as const satisfies Readonly<Record<string, string>>;

/** The compiler refuses a code that is not in the table. */
export type InputCode = keyof typeof inputCodes;

/** An example of `errors` for each kind of problem that has them. */
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
