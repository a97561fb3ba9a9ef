/**
 * The SQL of every lead query for each kind of grant is what stands in `test/golden/sql/`: a change of a query is seen in
 * review. `npm run generate` writes it; two near twins of the whole campaign's SQL are differences from it.
 */
import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { goldenFiles } from '../../../scripts/golden.ts';
import { statementGrants, statementTexts } from '../../support/lead-statements.ts';

const root = new URL('../../../', import.meta.url);
const folder = 'test/golden/sql/';
const made = [...goldenFiles()].filter(([path]) => path.startsWith(folder));

test.each(made)('%s is the SQL of today', async (path, text) => {
  const kept = await readFile(new URL(path, root), 'utf8');
  expect(kept).toBe(text);
});

test('every golden SQL file is made by `npm run generate`', async () => {
  const kept = await readdir(new URL(folder, root));
  expect(kept.map((name) => folder + name).sort()).toEqual(made.map(([path]) => path).sort());
});

test('every statement names the guard, the campaign and its scope before any lead', () => {
  for (const [name, grant] of Object.entries(statementGrants)) {
    const texts = statementTexts(grant())
      .split(/^-- To /m)
      .slice(1);
    expect(texts.length).toBeGreaterThan(12);
    for (const text of texts) {
      const flat = text.replace(/\s+/g, ' ');
      expect(flat).toMatch(
        /with (?:recursive )?guard as materialized \(select exists \( ?select from campaign_heads h/,
      );
      // `fits` of a new row apart, every look at stored leads is of one campaign and under the guard.
      for (const [look] of flat.matchAll(/(?<!update )\bleads l .{0,90}/g))
        expect(`${name}: ${look}`).toMatch(
          /leads l (using input i )?(where|on) l\.campaign_id = \$\d+ and \(select ok from guard\) and /,
        );
    }
  }
});

test('a filter that is gone sees nothing: the scope of its statements is false', () => {
  const text = statementTexts(statementGrants['filter-gone']?.() ?? never()).replace(/\s+/g, ' ');
  const looks = [...text.matchAll(/(?<!update )\bleads l .{0,200}/g)].map(([look]) => look);
  expect(looks.length).toBeGreaterThan(8);
  const scoped = String.raw`l\.campaign_id = \$\d+ and \(select ok from guard\) and `;
  // Right behind each fence, the scope narrows the leads that were found.
  const fenced = new RegExp(`^leads l where ${scoped}l\\.external_id = \\S+ offset 0\\) l where ${scoped}false`);
  for (const look of looks)
    expect(look).toMatch(look.includes('offset 0') ? fenced : /\(select ok from guard\) and false/);
  expect(text).toContain('coalesce(false, false) as fits');
});

function never(): never {
  throw new Error('there is no such grant');
}
