/** The cache of compiled schemas is limited by the memory that the schemas really use. */
import { expect, test } from '@jest/globals';
import { publish } from '../../src/document/publish.ts';
import { createCompiledOperations } from '../../src/validation/compiled.ts';
import { wholeField } from '../support/campaigns.ts';
import { fixtures, grantOf, publicUrl } from '../support/fixtures.ts';

test('documents with long lists of options stay compiled, because their values are not code', () => {
  const compiled = createCompiledOperations();
  const [select] = fixtures.rich.selects;
  if (!select) throw new Error('the campaign has no select');
  const documents = Array.from({ length: 12 }, (_, n) => {
    const options = Array.from({ length: 2_000 }, (_, i) => ({
      value: `o${n}-${i}`,
      label: `Option ${i}`,
      archived: false,
    }));
    const fields = Array.from({ length: 6 }, (_, i) =>
      wholeField({ key: `f${i}`, type: 'multi_select', select: select.key }),
    );
    const campaign = { ...fixtures.rich, fields, selects: [{ ...select, options }], filters: [] };
    return publish(grantOf(campaign, 'campaign'), publicUrl).document;
  });
  for (const document of documents) compiled.of(document, 'createLead');
  const { misses } = compiled.statistics;
  for (const document of documents) compiled.of(document, 'createLead');
  expect(compiled.statistics.misses).toBe(misses);
});
