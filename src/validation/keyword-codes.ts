/**
 * The code of an input error for each keyword of JSON Schema that a value can violate (JSON Schema Validation 2020-12, 6).
 */
import type { InputCode } from '../problem/input-codes.ts';

const codes: Readonly<Record<string, InputCode>> = {
  required: 'required',
  minProperties: 'required',
  unknown: 'unknown',
  additionalProperties: 'unknown',
  maxProperties: 'not_allowed',
  type: 'type',
  enum: 'not_allowed',
  const: 'not_allowed',
  pattern: 'pattern',
  minLength: 'min_length',
  maxLength: 'max_length',
  minimum: 'minimum',
  maximum: 'maximum',
  minItems: 'min_items',
  maxItems: 'max_items',
  uniqueItems: 'repeated',
};

export const codeOfKeyword = (keyword: string): InputCode => codes[keyword] ?? 'format';
