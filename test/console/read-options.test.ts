/** Pasted options are read line by line, each with its future value. A line that is left out has a reason. */
import { expect, test } from '@jest/globals';
import { readOptions } from '../../src/console/campaign/options/read-options.ts';

const known = [
  { value: 'website', label: 'Website', archived: false },
  { value: 'fax', label: 'Fax', archived: true },
];

test('a line is a label, or a value and a label; empty lines do not count', () => {
  expect(readOptions('Vendor XYZ\r\n\nn-l;Nordic Leads\n  a\tB C \nc;D; E', known)).toEqual({
    options: [
      { value: 'vendor-xyz', label: 'Vendor XYZ' },
      { value: 'n-l', label: 'Nordic Leads' },
      { value: 'a', label: 'B C' },
      { value: 'c', label: 'D; E' },
    ],
    leftOut: [],
  });
});

test('duplicates are reported: of existing options, of archived ones, and within the list', () => {
  expect(readOptions('website\nFax\nVendor\nvendor\nwebsite;Other\nx;One\nx;Two', known)).toEqual({
    options: [
      { value: 'vendor', label: 'Vendor' },
      { value: 'x', label: 'One' },
    ],
    leftOut: [
      { label: 'website', why: 'there already' },
      { label: 'Fax', why: 'archived: restore it' },
      { label: 'vendor', why: 'twice in the list' },
      { label: 'Other', why: 'there already' },
      { label: 'Two', why: 'twice in the list' },
    ],
  });
});

test('an option that the server would refuse is reported beforehand', () => {
  expect(readOptions(`Not Ok;Label\n${'x'.repeat(201)}`, []).leftOut.map(({ why }) => why)).toEqual([
    'a value has a–z, 0–9, - and _ only',
    'too long',
  ]);
});

test('a value that is asked for is not taken by one that is made of a label', () => {
  expect(readOptions('Sun\nsun;The sun', [])).toEqual({
    options: [
      { value: 'sun-2', label: 'Sun' },
      { value: 'sun', label: 'The sun' },
    ],
    leftOut: [],
  });
});
