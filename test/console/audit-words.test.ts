/** The sentences of audit entries, including entries of versions that logged a pause as a change. */
import { expect, test } from '@jest/globals';
import { detailLines } from '../../src/console/account/audit-details.ts';
import { type Entry, nameOf, saysOf, scheduledWords } from '../../src/console/account/audit-words.ts';

const entry = (
  action: Entry['action'],
  details: Entry['details'] = {},
  object: Partial<Entry['object']> = {},
): Entry => ({
  id: '0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a90',
  at: '2026-11-23T10:15:30.123Z',
  actor: { id: null, name: 'Olivia', kind: 'member' },
  action,
  object: { kind: 'token', id: '0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a81', name: 'Vendor XYZ', exists: true, ...object },
  campaign: null,
  campaign_name: null,
  details,
  address: null,
});
const lines = (one: Entry) => detailLines(one, (at) => `<${at}>`);

test('pausing and resuming read apart, also in entries of older versions', () => {
  expect(saysOf(entry('token.pause'))).toBe('paused the token');
  expect(saysOf(entry('token.update', { from: { paused: false }, to: { paused: true } }))).toBe('paused the token');
  expect(saysOf(entry('token.update', { from: { paused: true }, to: { paused: false } }))).toBe('resumed the token');
  const both = { from: { paused: true, name: 'A' }, to: { paused: false, name: 'B' } };
  expect(saysOf(entry('token.update', both))).toBe('changed the token');
});

test('an action of a later version is shown by its name, and a lead by the end of its id', () => {
  expect(saysOf(entry('token.sing' as Entry['action']))).toBe('did “token.sing” to');
  expect(nameOf(entry('lead.update', {}, { kind: 'lead', name: null }))).toBe('lead …6b7a81');
});

test('a scheduled change is shown with its day and with its effect', () => {
  const change = { kind: 'change_announced', id: 'x', at: '2026-12-27T00:00:00.000Z' };
  const part = {
    ...{ kind: 'field', key: 'zip', select: null, label: 'Zip', change: 'changed' },
    properties: [{ property: 'required', from: false, to: true }],
  };
  const says = (more: object) =>
    scheduledWords(entry('campaign.announce_change', { changes: [{ ...change, ...more }] }), () => '27 Dec 2026');
  expect(says({ parts: [part] })).toBe('for 27 Dec 2026: field “Zip” becomes required');
  // Entries of older versions have only the time.
  expect(says({})).toBe('for 27 Dec 2026');
  expect(scheduledWords(entry('token.pause'), () => '')).toBeUndefined();
});

test.each<[string, Entry, string[]]>([
  [
    'what changed, from what to what',
    entry('token.update', {
      from: { writes_per_minute: null, expires_at: null },
      to: { writes_per_minute: 30, expires_at: '2027-01-01T00:00:00.000Z' },
    }),
    ['Leads written a minute: none → 30', 'Expires: none → <2027-01-01T00:00:00.000Z>'],
  ],
  [
    'a change of a definition',
    entry('field.update', {
      changes: [{ kind: 'field_changed', key: 'zip', from: { required: false }, to: { required: true } }],
    }),
    ['Required: no → yes'],
  ],
  [
    'when a change is scheduled for',
    entry('campaign.announce_change', {
      changes: [{ kind: 'change_announced', id: 'x', at: '2026-12-27T00:00:00.000Z' }],
    }),
    ['Scheduled: <2026-12-27T00:00:00.000Z>'],
  ],
  [
    'how long an old secret was let on',
    entry('token.rotate', { grace_seconds: 604_800 }),
    ['The old secret works for 7 days more'],
  ],
  ['that it ended at once', entry('token.rotate', { grace_seconds: 0 }), ['The old secret ended at once']],
  ['the fields of an edit', entry('lead.update', { changed: ['fields.zip', 'status'] }), ['Changed: zip, Status']],
  [
    'the filters of an export',
    entry('lead.export', { filters: ['fields.zip', 'status'] }),
    ['Filtered by: zip, Status'],
  ],
  ['that an export had none', entry('lead.export', { filters: [] }), ['All leads, without a filter']],
])('details tell %s', (_what, one, expected) => {
  expect(lines(one)).toEqual(expected);
});
