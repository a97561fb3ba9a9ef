/**
 * The golden files: the public documents of the fixture campaigns for each kind of grant, code samples, and the SQL of every lead query
 * for each kind of grant. `npm run generate` writes them, a test compares them, reviewers read what has changed.
 * One document of each campaign is kept whole, and the others as their differences from it; so are two near twins in SQL.
 */

import { yamlOf } from '../src/document/conversions/yaml.ts';
import { withCodeSamples } from '../src/document/examples/code-samples.ts';
import { operationsOf } from '../src/document/openapi.ts';
import { type PublicDocument, publish } from '../src/document/publish.ts';
import {
  documentCases,
  type FixtureName,
  fixtures,
  type GrantKind,
  grantOf,
  publicUrl,
} from '../test/support/fixtures.ts';
import { statementGrants, statementTexts } from '../test/support/lead-statements.ts';
import { difference, type Layout, sql, yaml } from './difference.ts';

const wholeDocument = 'scoped-read-write';
const wholeSql = 'campaign';
const nearTwins = ['broad', 'filter-gone'];

/** A golden file that is kept as a difference: from which text, and what it stands for. */
export interface Twin {
  readonly base: string;
  readonly text: string;
  readonly layout: Layout;
}

/** Text by path from the root. */
export function goldenFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const name of Object.keys(fixtures) as FixtureName[])
    files.set(`test/golden/documents/${name}.${wholeDocument}.yaml`, documentText(name, wholeDocument));
  for (const name of ['rich', 'awkward'] as const)
    files.set(
      `test/golden/code-samples/${name}.md`,
      codeSamples(publish(grantOf(fixtures[name], 'scoped-read-write'), publicUrl)),
    );
  for (const [name, grant] of Object.entries(statementGrants))
    if (!nearTwins.includes(name)) files.set(`test/golden/sql/${name}.sql`, statementTexts(grant()));
  for (const [path, { base, text, layout }] of twins())
    files.set(path, difference(base.replace(/.*\//, ''), files.get(base) ?? '', text, layout));
  return files;
}

/** The golden files that are differences, by path. */
export function twins(): ReadonlyMap<string, Twin> {
  const found = new Map<string, Twin>();
  for (const { name, kind } of documentCases)
    if (kind !== wholeDocument)
      found.set(`test/golden/documents/${name}.${kind}.diff`, {
        base: `test/golden/documents/${name}.${wholeDocument}.yaml`,
        text: documentText(name, kind),
        layout: yaml,
      });
  for (const name of nearTwins) {
    const grant = statementGrants[name];
    if (!grant) throw new Error(`no statements for ${name}`);
    const base = `test/golden/sql/${wholeSql}.sql`;
    found.set(`test/golden/sql/${name}.diff`, { base, text: statementTexts(grant()), layout: sql });
  }
  return found;
}

const documentText = (name: FixtureName, kind: GrantKind): string =>
  yamlOf(publish(grantOf(fixtures[name], kind), publicUrl).document);

/** The samples of the operations with a body. */
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
