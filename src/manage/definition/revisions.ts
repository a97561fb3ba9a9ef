/**
 * The revisions of a campaign: who changed what and when, as the document of the whole campaign shows it; the difference
 * between two revisions; and restoring one.
 */
import { namesOf } from '../../access/members.ts';
import type { Campaign } from '../../campaign/definition.ts';
import { loadCampaign } from '../../campaign/load.ts';
import { type PartChange, partsBetween } from '../../campaign/parts.ts';
import type { Change } from '../../campaign/revise.ts';
import * as stored from '../../campaign/revisions.ts';
import { campaignAt } from '../../campaign/snapshot.ts';
import type { Database } from '../../database/connection.ts';
import { change, type Change as DocumentChange, nothing } from '../../document/changes/change.ts';
import { describeChanges } from '../../document/changes/sentences.ts';
import { notFound } from '../../problem/problem.ts';
import type { DefinitionContext, DefinitionHandler, ManageHandler, Shape } from '../context.ts';
import { hasWords } from '../has-words.ts';
import { changeDefinition, findCampaign } from './definition-change.ts';
import { restoreDefinition } from './restore.ts';
import { revisionTag } from './revision-tag.ts';
import { whatChanges } from './what-changes.ts';

const defaultLimit = 20;

/** A search looks through at most this many revisions, in pages of this size, because comparing the documents costs time. */
const [lookedAt, atOnce] = [100, 25];

export const listRevisions: ManageHandler<'listRevisions'> = async ({ path, query }, context) => {
  const campaign = await findCampaign(context, path.slug);
  const { cursor, limit = defaultLimit, q } = query;
  const binding = JSON.stringify(['revisions', campaign.id, ...(q === undefined ? [] : [q])]);
  const [before] = cursor === undefined ? [] : context.cursors.open(binding, cursor);
  const below = before === undefined ? undefined : Number(before);
  const page =
    q === undefined
      ? await readPage(context, campaign, limit, below)
      : await search(context, campaign, hasWords(q), limit, below);
  const next_cursor = page.next === undefined ? null : context.cursors.seal(binding, [String(page.next)]);
  return { status: 200, body: { data: page.data, next_cursor, searched_to: page.searchedTo ?? null } };
};

interface Page {
  readonly data: Shape<'Revision'>[];
  /** The last revision that was looked at, if there are older ones. */
  readonly next: number | undefined;
  readonly searchedTo?: number | undefined;
}

async function readPage(
  context: DefinitionContext,
  campaign: Campaign,
  limit: number,
  below: number | undefined,
): Promise<Page> {
  // Reads one more than is shown, because a revision's changes come from comparing it with the one before.
  const rows = await stored.listRevisions(context.db, campaign.id, { limit: limit + 1, below });
  const data = await toRevisions(context, campaign, rows.slice(0, limit), rows[limit]);
  return { data, next: rows.length > limit ? data.at(-1)?.revision : undefined };
}

async function search(
  context: DefinitionContext,
  campaign: Campaign,
  fits: (text: string) => boolean,
  limit: number,
  below: number | undefined,
): Promise<Page> {
  const found: Shape<'Revision'>[] = [];
  let next = below;
  for (let looked = 0; looked < lookedAt; looked += atOnce) {
    const page = await readPage(context, campaign, atOnce, next);
    for (const revision of page.data) {
      next = revision.revision;
      if (fits(textOf(revision)) && found.push(revision) === limit) {
        const isLast = page.next === undefined && page.data.at(-1) === revision;
        return { data: found, next: isLast ? undefined : next, searchedTo: next };
      }
    }
    if (page.next === undefined) return { data: found, next: undefined, searchedTo: next };
  }
  return { data: found, next, searchedTo: next };
}

/** The text that a search looks through: what people see of the revision. */
function textOf({ revision, changed_by, restored: of, changes }: Shape<'Revision'>): string {
  const sentences = changes.map(({ class: kind, sentence }) => `${kind} ${sentence}`);
  return [
    ...['Revision', revision, changed_by?.name ?? 'The service'],
    ...(of === null ? [] : ['Restored revision', of]),
    ...sentences,
  ].join(' ');
}

export const getRevision: ManageHandler<'getRevision'> = async ({ path }, context) => {
  const campaign = await findCampaign(context, path.slug);
  return { status: 200, body: await toRevision(context, campaign, path.revision) };
};

export const compareRevisions: ManageHandler<'compareRevisions'> = async ({ path, query }, context) => {
  const campaign = await findCampaign(context, path.slug);
  const after = await findRevision(context.db, campaign, path.revision);
  const before = await findRevision(context.db, campaign, query.with);
  const [, changes = []] = await changesInTurn(campaign, [before, after]);
  return {
    status: 200,
    body: { revision: after.revision, with: before.revision, changes: describeChanges(changes, 'now') },
  };
};

export const restoreRevision: DefinitionHandler<'restoreRevision'> = async ({ path, query, headers }, context) => {
  const known = await findCampaign(context, path.slug);
  const { snapshot } = await findRevision(context.db, known, path.revision);
  const { campaign } = await changeDefinition(context, {
    path,
    headers,
    action: 'campaign.restore',
    async apply(trx, before) {
      await restoreDefinition({ trx, context, campaign: before, snapshot, force: query.force ?? false });
      const after = await loadCampaign(trx, { id: before.id });
      // There are no changes if all that differs cannot be removed, such as a select without options.
      const same = !after || partsBetween(before, after).length === 0;
      const changes = same ? [] : [{ kind: restored, revision: Number(path.revision) }];
      return { result: undefined, changes, id: before.slug, name: snapshot.name };
    },
  });
  return { status: 200, headers: revisionTag(campaign), body: await toRevision(context, campaign, campaign.revision) };
};

const restored = 'restored';

/** The changes since the revision that restoring it does not undo. `restored`: the restored definition. */
export async function whatStays(db: Database, restored: Campaign, revision: number): Promise<PartChange[]> {
  return partsBetween(campaignAt(restored, await findRevision(db, restored, revision)), restored);
}

/** The number in the path is still a text. */
async function findRevision(db: Database, campaign: Campaign, revision: number): Promise<stored.Revision> {
  const found = await stored.findRevision(db, campaign.id, Number(revision));
  if (!found) throw notFound('revision');
  return found;
}

async function toRevision(context: DefinitionContext, campaign: Campaign, number: number): Promise<Shape<'Revision'>> {
  const revision = await findRevision(context.db, campaign, number);
  const before = await stored.findRevision(context.db, campaign.id, revision.revision - 1);
  const [shown] = await toRevisions(context, campaign, [revision], before);
  return shown as Shape<'Revision'>;
}

/** `rows`: the newest first. `before`: the revision before the last of them. */
async function toRevisions(
  context: DefinitionContext,
  campaign: Campaign,
  rows: readonly stored.Revision[],
  before: stored.Revision | undefined,
): Promise<Shape<'Revision'>[]> {
  const names = await namesOf(
    context.db,
    rows.map((row) => row.changedBy),
  );
  const oldestFirst = [...(before ? [before] : []), ...rows.toReversed()];
  const definitions = oldestFirst.map((revision) => campaignAt(campaign, revision)).toReversed();
  const changes = (await changesInTurn(campaign, oldestFirst)).toReversed();
  return rows.map((row, i) => {
    const name = row.changedBy === null ? undefined : names.get(row.changedBy);
    return {
      revision: row.revision,
      at: row.at.toISOString(),
      changed_by: row.changedBy !== null && name !== undefined ? { id: row.changedBy, name } : null,
      restored: Number(row.changes.find(({ kind }) => kind === restored)?.revision ?? 0) || null,
      changes: describeChanges([...(changes[i] ?? []), ...row.changes.flatMap(ofAnnouncement)], 'now'),
      parts: partsOf(definitions[i], definitions[i + 1]),
    };
  });
}

/** The oldest definition has no earlier one to be compared with. */
const partsOf = (after: Campaign | undefined, before: Campaign | undefined): Shape<'PartChange'>[] =>
  after && before ? partsBetween(before, after) : [];

/** The change that a revision made to announcements. */
function ofAnnouncement({ kind, at }: Change): DocumentChange[] {
  switch (kind) {
    case 'change_announced':
      return [change('announced', 'textual', '', { from: null, to: String(at) })];
    case 'announced_change_changed':
      return [change('announcement_changed', 'textual', '', nothing)];
    case 'change_withdrawn':
      return [change('announcement_withdrawn', 'textual', '', nothing)];
    case 'change_failed':
      return [change('announcement_failed', 'textual', '', nothing)];
    default:
      return [];
  }
}

/** The changes of each revision, compared with the one before. `revisions`: the oldest first. */
function changesInTurn(campaign: Campaign, revisions: readonly stored.Revision[]) {
  return whatChanges(revisions.map((revision) => campaignAt(campaign, revision)));
}
