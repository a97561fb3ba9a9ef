/** Search, order and state of a list, without a browser. */
import { expect, test } from '@jest/globals';
import { readListAddress } from '../../src/console/ui/list/address.ts';
import {
  asGiven,
  byText,
  distance,
  filterAndSort,
  latestFirst,
  type Plan,
  soonestFirst,
  sortedBy,
} from '../../src/console/ui/list/find.ts';

interface Vendor {
  readonly name: string;
  readonly at: string | null;
}
const vendors: readonly Vendor[] = [
  { name: 'Vendor 10', at: null },
  { name: 'Søren Møller', at: '2026-11-02T00:00:00Z' },
  { name: 'vendor 9', at: '2026-11-03T00:00:00Z' },
  { name: 'Café Ørn', at: '2026-11-01T00:00:00Z' },
];
const plan: Plan<Vendor> = {
  text: ({ name }) => name,
  orders: {
    own: { label: 'In their order', by: asGiven },
    name: { label: 'Name', by: byText(({ name }) => name) },
    latest: { label: 'Latest', by: latestFirst(({ at }) => at), falls: true },
    soonest: { label: 'Soonest', by: soonestFirst(({ at }) => at) },
  },
  states: { never: { label: 'Never', is: ({ at }) => at === null } },
};
const names = (wanted: { text?: string; sort?: string; state?: string }) =>
  filterAndSort(vendors, plan, { text: '', sort: undefined, state: undefined, ...wanted }).map(({ name }) => name);

test('an entry is found by all of its words, in whatever order, case and accent', () => {
  expect(names({ text: '9 VENDOR' })).toEqual(['vendor 9']);
  expect(names({ text: 'soren moller' })).toEqual(['Søren Møller']);
  expect(names({ text: 'cafe orn' })).toEqual(['Café Ørn']);
  expect(names({ text: 'vendor café' })).toEqual([]);
});

test('numbers in names are ordered as numbers, and what never was comes last', () => {
  expect(names({ sort: 'name' })).toEqual(['Café Ørn', 'Søren Møller', 'vendor 9', 'Vendor 10']);
  expect(names({ sort: '-name' })).toEqual(['Vendor 10', 'vendor 9', 'Søren Møller', 'Café Ørn']);
  expect(names({ sort: 'latest' })).toEqual(['vendor 9', 'Søren Møller', 'Café Ørn', 'Vendor 10']);
  expect(names({ sort: 'soonest' })).toEqual(['Café Ørn', 'Søren Møller', 'vendor 9', 'Vendor 10']);
});

test('an order or a state that the list does not know changes nothing, and the entries themselves stay as they are', () => {
  const before = vendors.map(({ name }) => name);
  expect(names({ sort: 'toString' })).toEqual(before);
  expect(names({ state: 'constructor' })).toEqual(before);
  expect(names({ state: 'never' })).toEqual(['Vendor 10']);
  expect(sortedBy(plan, '-unknown')).toEqual({ name: 'own', reversed: false });
  expect(vendors.map(({ name }) => name)).toEqual(before);
});

test('the nearest name is the one that was typed, then one that begins with it', () => {
  const typed = ['Token 17', 'Token 170', 'A token of 17', 'Other'].map((name) => distance(name, 'token 17'));
  expect(typed).toEqual([0, 1, 2, 3]);
});

test('a list reads only its own names from an address, and only texts', () => {
  expect(readListAddress({ q: 'a', sort: '', state: 3, mark: 'x', tab: 'tokens' })).toEqual({ q: 'a', mark: 'x' });
});
