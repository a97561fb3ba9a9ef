/**
 * The revisions of a campaign: who changed what and when, told by the documents of whoever has the whole campaign; what two
 * of them differ in; and an earlier one made the current one again.
 */
import { isDeepStrictEqual } from 'node:util';
import { pinsOfScope } from '../access/grant.ts';
import type { Campaign } from '../campaign/definition.ts';
import * as stored from '../campaign/revisions.ts';
import { campaignAt, type Snapshot, snapshotOf } from '../campaign/snapshot.ts';
import type { Database } from '../database/connection.ts';
import { changesOfEach } from '../document/changelog.ts';
import { additive, breaking, type DocumentChange, textual } from '../document/document-change.ts';
import { code } from '../document/words.ts';
import { notFound } from '../problem/problem.ts';
import type { ManageContext, ManageHandler, Shape } from './context.ts';
import { changeDefinition, findCampaign } from './definition-change.ts';
import { restoreDefinition } from './restore.ts';
import { revisionTag } from './revision.ts';

const defaultLimit = 20;

export const listRevisions: ManageHandler<'listRevisions'> = async ({ path, query }, context) => {
  const campaign = await findCampaign(context, path.slug);
  const { cursor, limit = defaultLimit } = query;
  const binding = JSON.stringify(['revisions', campaign.id]);
  const [before] = cursor === undefined ? [] : context.cursors.open(binding, cursor);
  const below = before === undefined ? undefined : Number(before);
  // One more than is shown: what it changed is told against the one before.
  const rows = await stored.listRevisions(context.db, campaign.id, { limit: limit + 1, below });
  const data = await toRevisions(context, campaign, rows.slice(0, limit), rows[limit]);
  const last = rows.length > limit ? data.at(-1) : undefined;
  const next_cursor = last ? context.cursors.seal(binding, [String(last.revision)]) : null;
  return { status: 200, body: { data, next_cursor } };
};

export const getRevision: ManageHandler<'getRevision'> = async ({ path }, context) => {
  const campaign = await findCampaign(context, path.slug);
  return { status: 200, body: await toRevision(context, campaign, path.revision) };
};

export const compareRevisions: ManageHandler<'compareRevisions'> = async ({ path, query }, context) => {
  const campaign = await findCampaign(context, path.slug);
  const after = await findRevision(context.db, campaign, path.revision);
  const before = await findRevision(context.db, campaign, query.with);
  const [, changes = []] = await changesOfAll(context, campaign, [before, after]);
  return { status: 200, body: { revision: after.revision, with: before.revision, changes } };
};

export const restoreRevision: ManageHandler<'restoreRevision'> = async ({ path, query, headers }, context) => {
  const known = await findCampaign(context, path.slug);
  const { snapshot } = await findRevision(context.db, known, path.revision);
  const { campaign } = await changeDefinition(context, {
    path,
    headers,
    action: 'campaign.restore',
    async apply(trx, before) {
      const same = isDeepStrictEqual(schemaOf(snapshotOf(before)), schemaOf(snapshot));
      if (!same) await restoreDefinition({ trx, context, campaign: before, snapshot, force: query.force ?? false });
      const changes = same ? [] : [{ kind: restored, revision: Number(path.revision) }];
      return { result: undefined, changes, id: before.slug, name: snapshot.name };
    },
  });
  return { status: 200, headers: revisionTag(campaign), body: await toRevision(context, campaign, campaign.revision) };
};

const restored = 'restored';

/** What is restored of a revision. A rule's state is the store's own concern. */
function schemaOf({ slug: _slug, removed_fields: _removed, filters: _filters, ...snapshot }: Snapshot): unknown {
  const { duplicate_rule, support_contact = null, vendor_notes = null, ...rest } = snapshot;
  const rule = duplicate_rule && { ...duplicate_rule, state: undefined };
  return { ...rest, support_contact, vendor_notes, duplicate_rule: rule };
}

/** A number in an address is still the text that was sent. */
async function findRevision(db: Database, campaign: Campaign, revision: number): Promise<stored.Revision> {
  const found = await stored.findRevision(db, campaign.id, Number(revision));
  if (!found) throw notFound('revision');
  return found;
}

async function toRevision(context: ManageContext, campaign: Campaign, number: number): Promise<Shape<'Revision'>> {
  const revision = await findRevision(context.db, campaign, number);
  const before = await stored.findRevision(context.db, campaign.id, revision.revision - 1);
  const [shown] = await toRevisions(context, campaign, [revision], before);
  return shown as Shape<'Revision'>;
}

/** `rows`: the newest first; `before`: the one that the last of them changed. */
async function toRevisions(
  context: ManageContext,
  campaign: Campaign,
  rows: readonly stored.Revision[],
  before: stored.Revision | undefined,
): Promise<Shape<'Revision'>[]> {
  const names = await namesOf(context.db, rows);
  const oldestFirst = [...(before ? [before] : []), ...rows.toReversed()];
  const changes = (await changesOfAll(context, campaign, oldestFirst)).toReversed();
  return rows.map((row, i) => {
    const name = row.changedBy === null ? undefined : names.get(row.changedBy);
    return {
      revision: row.revision,
      at: row.at.toISOString(),
      changed_by: row.changedBy !== null && name !== undefined ? { id: row.changedBy, name } : null,
      restored: Number(row.changes.find(({ kind }) => kind === restored)?.revision ?? 0) || null,
      changes: changes[i] ?? [],
    };
  });
}

async function namesOf(db: Database, rows: readonly stored.Revision[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap(({ changedBy }) => changedBy ?? []))];
  if (ids.length === 0) return new Map();
  const members = await db.selectFrom('members').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(members.map(({ id, name }) => [id, name]));
}

/** What each changed against the one before it, as whoever has the whole campaign is told; `revisions`: the oldest first. */
async function changesOfAll(
  { publicUrl }: ManageContext,
  campaign: Campaign,
  revisions: readonly stored.Revision[],
): Promise<DocumentChange[][]> {
  const subjects = revisions.map((revision) => {
    const then = campaignAt(campaign, revision);
    const scope = { kind: 'everything' } as const;
    return { campaign: then, permission: 'read_write', scope, pins: pinsOfScope(then, scope) } as const;
  });
  const changes = await changesOfEach(subjects, publicUrl);
  return revisions.map(({ snapshot }, i) => {
    const before = revisions[i - 1];
    return [...(changes[i] ?? []), ...(before ? compareFilters(before.snapshot.filters, snapshot.filters) : [])];
  });
}

/** Filters stand in no document: what they do to their tokens' documents is told there. */
function compareFilters(before: Campaign['filters'], after: Campaign['filters']): DocumentChange[] {
  const gone = before.filter(({ id }) => !after.some((filter) => filter.id === id));
  const now = after.flatMap((filter) => {
    const was = before.find(({ id }) => id === filter.id);
    if (!was) return [additive(`There is a new filter ${code(filter.name)}.`)];
    if (!isDeepStrictEqual(was.condition, filter.condition))
      return [breaking(`The filter ${code(filter.name)} matches other leads.`)];
    return was.name === filter.name
      ? []
      : [textual(`The filter ${code(was.name)} is now called ${code(filter.name)}.`)];
  });
  return [...gone.map(({ name }) => breaking(`The filter ${code(name)} is gone.`)), ...now];
}
