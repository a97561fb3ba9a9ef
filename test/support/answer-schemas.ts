/** Compiles what documents say of answers, when an answer is judged by it first: its code need not be quick. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

/** One for each document. */
export function answerSchemas(): Ajv2020 {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    meta: false,
    validateSchema: false,
    code: { optimize: false },
  });
  formats.default(ajv, { mode: 'full' });
  return ajv;
}
