/** The findings of Redocly's `recommended-strict` for a document's text, in words. */
import { createConfig, lintFromString } from '@redocly/openapi-core';

const config = await createConfig({ extends: ['recommended-strict'] });

export async function lint(json: string): Promise<string[]> {
  const problems = await lintFromString({ source: json, absoluteRef: 'document.json', config });
  return problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} (${location[0]?.pointer})`);
}
