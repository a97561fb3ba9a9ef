/**
 * The golden files: the public documents of the fixture campaigns for each kind of grant, code samples, and the SQL of every lead query
 * for each kind of grant. `npm run generate` writes them, a test compares them, reviewers read what has changed.
 */

import { yamlOf } from '../src/document/conversions/yaml.ts';
import { withCodeSamples } from '../src/document/examples/code-samples.ts';
import { operationsOf } from '../src/document/openapi.ts';
import { type PublicDocument, publish } from '../src/document/publish.ts';
import { documentCases, fixtures, grantOf, publicUrl } from '../test/support/fixtures.ts';
import { statementGrants, statementTexts } from '../test/support/lead-statements.ts';

/** Text by path from the root. */
export function goldenFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const { name, kind, file } of documentCases) {
    const { document } = publish(grantOf(fixtures[name], kind), publicUrl);
    files.set(file, yamlOf(document));
  }
  for (const name of ['rich', 'awkward'] as const)
    files.set(
      `test/golden/code-samples/${name}.md`,
      codeSamples(publish(grantOf(fixtures[name], 'scoped-read-write'), publicUrl)),
    );
  for (const [name, grant] of Object.entries(statementGrants))
    files.set(`test/golden/sql/${name}.sql`, statementTexts(grant()));
  return files;
}

/** Those of the operations with a body, for people to read. */
function codeSamples({ document }: PublicDocument): string {
  const entries = operationsOf(withCodeSamples(document)).filter(({ operation }) => operation.requestBody);
  return entries
    .flatMap(({ operation }) => {
      const samples = operation['x-codeSamples'] as { lang: string; source: string }[];
      return [
        `# ${operation.operationId}\n`,
        ...samples.map(({ lang, source }) => `\`\`\`${lang}\n${source}\n\`\`\`\n`),
      ];
    })
    .join('\n');
}
