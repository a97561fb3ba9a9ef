/**
 * The golden files: the public documents of the fixture campaigns for each kind of grant, and the SQL of every lead query
 * for each kind of grant. `npm run generate` writes them, a test compares them, reviewers read what has changed.
 */
import { stringify } from 'yaml';
import { publish } from '../src/document/publish.ts';
import { documentCases, fixtures, grantOf, publicUrl } from '../test/support/fixtures.ts';
import { statementGrants, statementTexts } from '../test/support/lead-statements.ts';

/** Text by path from the root. */
export function goldenFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const { name, kind, file } of documentCases) {
    const { document } = publish(grantOf(fixtures[name], kind), publicUrl);
    files.set(file, stringify(document, { aliasDuplicateObjects: false, lineWidth: 0, blockQuote: 'literal' }));
  }
  for (const [name, grant] of Object.entries(statementGrants))
    files.set(`test/golden/sql/${name}.sql`, statementTexts(grant()));
  return files;
}
