/** Where each table lies on a cluster follows from one list, which knows every table of the schema. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { foreignKeysAmong, type Place, places } from '../../src/database/distribution.ts';

const schema = readFileSync(new URL('../../migrations/schema.sql', import.meta.url), 'utf8');
const tables = [...schema.matchAll(/^create (?:unlogged )?table (\w+) \(([\s\S]*?)^\);/gm)].map(
  ([, name = '', columns = '']) => ({
    name,
    columns,
    references: [...columns.matchAll(/FOREIGN KEY .*? REFERENCES (\w+)/g)].map(([, to = '']) => to),
  }),
);
const placeOf = (table: string): Place | undefined => (places as Readonly<Record<string, Place>>)[table];

test('every table has a place, and every place a table', () => {
  expect(Object.keys(places).sort()).toEqual(tables.map(({ name }) => name).sort());
});

test('a table of a campaign has the campaign in its primary key, and lies nowhere else', () => {
  for (const { name, columns } of tables) {
    const isOfCampaign = /PRIMARY KEY \(campaign_id\b/.test(columns);
    if (placeOf(name) === 'campaign') expect(`${name} ${isOfCampaign}`).toBe(`${name} true`);
  }
});

test('a foreign key leads to a table that stands before, on every node or beside', () => {
  const order = Object.keys(places);
  for (const { name, references } of tables)
    for (const to of references) {
      if (placeOf(name) === 'here') continue;
      expect(order.indexOf(to)).toBeLessThan(order.indexOf(name));
      expect(['everywhere', placeOf(name)]).toContain(placeOf(to));
    }
});

test('every foreign key between two tables of a campaign is dropped and added again', () => {
  const among = tables.flatMap(({ name, columns }) =>
    [...columns.matchAll(/constraint (\w+) (FOREIGN KEY .*? REFERENCES (\w+)\(.*?\))/g)]
      .filter(([, , , to = '']) => placeOf(name) === 'campaign' && placeOf(to) === 'campaign')
      .map(([, key, definition = '']) => ({ table: name, name: key, definition: plain(definition) })),
  );
  expect(foreignKeysAmong.map((key) => ({ ...key, definition: plain(key.definition) }))).toEqual(among);
});

const plain = (definition: string) => definition.toLowerCase().replace(/\s+/g, '');
