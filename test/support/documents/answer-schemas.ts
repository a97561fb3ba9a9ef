/** Compiles the schemas of responses, each when it is first needed. The compiled code need not be fast. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { assertFormats } from '../../truth/formats.ts';

/** One instance for each document. */
export function answerSchemas(): Ajv2020 {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    meta: false,
    validateSchema: false,
    code: { optimize: false },
  });
  formats.default(ajv, { mode: 'full' });
  assertFormats(ajv);
  return ajv;
}
