/** Documents list every code of a problem and of an error: clients branch on them. */
import { expect, test } from '@jest/globals';
import { baseDocument } from '../../src/document/base.ts';
import type { Schema } from '../../src/document/openapi.ts';
import { problemCodes } from '../../src/problem/codes.ts';
import { inputCodes } from '../../src/problem/input-codes.ts';

const listed = (schema: string): readonly string[] => {
  const { code } = (baseDocument('leads').components.schemas?.[schema]?.properties ?? {}) as { code: Schema };
  return code['x-extensible-enum'] as readonly string[];
};

/** Codes that only the Management API, or only agents, can get. */
const ofManagement = [
  'not_signed_in',
  'wrong_credentials',
  'insufficient_role',
  'confirmation_required',
  'cross_origin',
  'already_exists',
  'in_use',
  'last_owner',
  'stale',
];
const ofDefinitions = ['already_exists', 'too_deep', 'too_large'];

test('the document of the Lead API lists its codes of problems, and no other', () => {
  expect([...listed('Problem'), ...ofManagement].sort()).toEqual([...problemCodes].sort());
});

test('the document lists the codes of errors, and no other', () => {
  expect([...listed('InputError'), ...ofDefinitions].sort()).toEqual(Object.keys(inputCodes).sort());
});
