/**
 * Every document that can be published passes Redocly's `recommended-strict` and Spectral's default rules, and Ajv accepts
 * its schemas.
 */
import { expect, test } from '@jest/globals';
import { operationsOf } from '../../src/document/openapi.ts';
import { publish } from '../../src/document/publish.ts';
import { createCompiledOperations } from '../../src/validation/compiled.ts';
import { lint } from '../support/documents/lint.ts';
import { spectralFindings } from '../support/documents/spectral.ts';
import { everySeed, randomSubject } from '../support/draws/arbitraries.ts';
import { documentCases, fixtures, grantOf, publicUrl } from '../support/fixtures.ts';

test.each(documentCases)('the document of $name for $kind passes the strict linter', async ({ name, kind }) => {
  expect(await lint(JSON.stringify(publish(grantOf(fixtures[name], kind), publicUrl).document))).toEqual([]);
});

/**
 * A title is not Markdown (OpenAPI 3.1, 4.8.2), so it contains the name of a campaign unchanged. Spectral searches all texts
 * for this tag.
 */
const inTitle = 'no-script-tags-in-markdown: Markdown descriptions must not have "<script>" tags. (/info/title)';

test.each(documentCases)(
  'Spectral finds neither error nor warning in that of $name for $kind',
  async ({ name, kind }) => {
    const found = await spectralFindings(JSON.stringify(publish(grantOf(fixtures[name], kind), publicUrl).document));
    expect(found).toEqual(name === 'awkward' ? [inTitle] : []);
  },
);

test('the document of any campaign and scope passes it too', async () => {
  await everySeed(50, async (random) => {
    expect(await lint(JSON.stringify(publish(randomSubject(random), publicUrl).document))).toEqual([]);
  });
});

test('requests for every operation of any document can be validated', async () => {
  const compiled = createCompiledOperations();
  await everySeed(40, (random) => {
    const { document } = publish(randomSubject(random), publicUrl);
    for (const { operation } of operationsOf(document))
      expect(() => compiled.of(document, operation.operationId)).not.toThrow();
  });
});
