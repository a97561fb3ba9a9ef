/** Equal offers have equal documents, so the comparison of offers may replace that of documents. */
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@jest/globals';
import { pinsOfScope } from '../../src/access/grant.ts';
import type { Campaign } from '../../src/campaign/definition.ts';
import { deltaBetween } from '../../src/campaign/delta.ts';
import type { Random } from '../../src/demo/random.ts';
import { haveSameDocument } from '../../src/document/changes/same-offer.ts';
import { type DocumentSubject, publish } from '../../src/document/publish.ts';
import { everySeed, randomSubject } from '../support/draws/arbitraries.ts';
import { fixtures, publicUrl } from '../support/fixtures.ts';

/** Changes that an admin may make. Some of them concern the token. */
const changes: readonly ((campaign: Campaign, random: Random) => Partial<Campaign>)[] = [
  () => ({ epoch: '2', revision: 2_000, documentChanges: { other: 3 }, keyColumns: [] }),
  ({ selects }, random) => ({
    selects: selects.map((select) => ({
      ...select,
      options: select.options.map((option) =>
        random.chance(0.3) ? { ...option, label: `${option.label} 2` } : option,
      ),
    })),
  }),
  ({ selects }, random) => ({
    selects: selects.map((select) => ({
      ...select,
      options: select.options.map((option) =>
        random.chance(0.3) ? { ...option, archived: !option.archived } : option,
      ),
    })),
  }),
  ({ selects }) => ({
    selects: selects.map((select) => ({
      ...select,
      options: [...select.options, { value: 'brand-new', label: 'Brand new', archived: false }],
    })),
  }),
  ({ filters }) => ({
    filters: [...filters, { id: 'f', name: 'F', condition: { path: 'status', op: 'is_not_empty' } }],
  }),
  ({ fields }, random) => ({
    fields: fields.map((field) => (random.chance(0.2) ? { ...field, label: `${field.label} 2` } : field)),
  }),
  ({ fields }, random) => ({
    fields: fields.map((field) => (random.chance(0.2) ? { ...field, required: !field.required } : field)),
  }),
  ({ removedFields }) => ({ removedFields: removedFields.slice(1) }),
  ({ statuses }) => ({ statuses: statuses.map((status) => ({ ...status, label: `${status.label} 2` })) }),
];

const withCampaign = (subject: DocumentSubject, campaign: Campaign): DocumentSubject => ({
  ...subject,
  campaign,
  pins: pinsOfScope(campaign, subject.scope),
  revision: 1,
});

test('equal offers have equal documents, whatever was changed', async () => {
  let same = 0;
  await everySeed(150, (random) => {
    const subject = randomSubject(random);
    const change = random.pick(changes);
    const [before, after] = [
      withCampaign(subject, subject.campaign),
      withCampaign(subject, { ...subject.campaign, ...change(subject.campaign, random) }),
    ];
    if (!haveSameDocument(before, after)) return;
    same += 1;
    const [was, is] = [before, after].map((one) => publish(one, publicUrl).document);
    expect(isDeepStrictEqual(was, is)).toBe(true);
  });
  expect(same).toBeGreaterThan(10);
});

test('offers that also have the same announcements have equal documents', async () => {
  let same = 0;
  await everySeed(150, (random) => {
    const subject = randomSubject(random);
    const announce = (on: Campaign, id: string) => {
      const to = { ...on, ...random.pick(changes)(on, random) };
      const times = {
        at: '2099-01-01T00:00:00.000Z',
        announcedAt: '2026-01-01T00:00:00.000Z',
        toldAt: '2026-01-01T00:00:00.000Z',
      };
      return { ...on, announced: [...on.announced, { id, ...times, note: 'A note', delta: deltaBetween(on, to) }] };
    };
    const once = announce(subject.campaign, 'a');
    const [before, after] = [once, random.chance(0.5) ? announce(once, 'b') : { ...once, announced: [] }].map((one) =>
      withCampaign(subject, one),
    );
    if (!before || !after || !haveSameDocument(before, after)) return;
    same += 1;
    const [was, is] = [before, after].map((one) => publish(one, publicUrl).document);
    expect(isDeepStrictEqual(was, is)).toBe(true);
  });
  expect(same).toBeGreaterThan(10);
});

test('another vendor’s option does not change the offer', () => {
  const condition = { path: 'fields.source', op: 'eq', value: 'vendor-xyz' } as const;
  const scope = { kind: 'condition', condition } as const;
  const { rich } = fixtures;
  const subject = { campaign: rich, permission: 'read_write', scope, pins: pinsOfScope(rich, scope) } as const;
  const add = (key: string) => ({
    ...rich,
    selects: rich.selects.map((select) =>
      select.key === key
        ? { ...select, options: [...select.options, { value: 'third', label: 'Third', archived: false }] }
        : select,
    ),
  });
  const before = withCampaign(subject, rich);
  expect(haveSameDocument(before, withCampaign(subject, add('source')))).toBe(true);
  expect(haveSameDocument(before, withCampaign(subject, add('roof_type')))).toBe(false);
});
