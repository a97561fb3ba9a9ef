/** The words for a part that an announced change touches. */
import { expect, test } from '@jest/globals';
import { type Part, partWords } from '../../src/console/campaign/announced/part-words.ts';

const part = ({ to = {}, ...more }: Partial<Part> & { to?: object }): Part => ({
  ...{ kind: 'field', key: 'zip', select: null, label: 'Zip', change: 'changed' },
  ...more,
  properties: Object.entries(to).map(([property, value]) => ({ property, from: null, to: value })),
});

test.each([
  [{ to: { required: true } }, 'becomes required'],
  [{ to: { required: false, label: 'Code' } }, 'becomes optional and is renamed to “Code”'],
  [
    { to: { min: 5, max: null, max_length: 4 } },
    'gets the minimum 5, loses its maximum, and gets the maximum length 4',
  ],
  [{ to: { pattern: null, default: ['a', 'b'] } }, 'loses its pattern and gets the default a, b'],
  [{ to: { description: 'x', searchable: false } }, 'gets another description and is no longer filterable'],
  [{ kind: 'option', to: { archived: true } }, 'is archived'],
  [{ kind: 'option', to: { archived: false } }, 'is offered again'],
  [
    { kind: 'status', to: { category: 'won', is_default: true } },
    'changes its meaning to won and is given to new leads',
  ],
  [{ kind: 'filter', to: { condition: 'Zip is 5000' } }, 'starts to match other leads'],
  [
    { kind: 'campaign', to: { support_contact: null, vendor_notes: 'x' } },
    'loses its support contact and gets other notes for vendors',
  ],
  [{ kind: 'campaign', to: { default_country: 'SE' } }, 'gets SE as the country of phone numbers'],
  [{ change: 'removed' }, 'is deleted'],
  [{ change: 'added' }, 'is added'],
  [{ kind: 'duplicate_rule', change: 'added' }, 'is switched on'],
  [{ kind: 'duplicate_rule', change: 'changed' }, 'changes'],
  [{ kind: 'duplicate_rule', change: 'removed' }, 'is switched off'],
  [{ to: { something_new: 1 } }, 'gets another something new'],
] as const)('%j reads %s', (more, words) => {
  expect(partWords(part(more))).toBe(words);
});
