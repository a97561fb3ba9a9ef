/**
 * The changes of a token's document that come from the token itself: its filter, permission, limits and notes, and the name
 * of its account. They are worked out when somebody reads them, with the definition of that time, because a token of the
 * account has one document for each campaign.
 */
import { listStandings, type StandingSince } from '../access/token-settings.ts';
import { findRevisionAt, findRevisionWithFilter } from '../campaign/revisions.ts';
import type { Database } from '../database/connection.ts';
import { createComparison } from '../document/changes/changelog.ts';
import { type Cursor, countedBy, type Entry } from './stored.ts';
import { type Reader, subjectThen } from './subject-then.ts';

/** A change of the token. */
export interface OwnChange extends Cursor {
  readonly before: StandingSince;
  readonly after: StandingSince;
}

/** The changes that changed the token's document, the newest first. */
export async function listOwnChanges(db: Database, tokenId: string): Promise<OwnChange[]> {
  const standings = await listStandings(db, tokenId);
  return standings
    .flatMap((after, i) => {
      const before = standings[i - 1];
      if (!before || before.ownChanges === after.ownChanges) return [];
      return [{ id: `token-${after.since.getTime()}`, at: after.since, before, after }];
    })
    .reverse();
}

/** The changelog entry of a change; `undefined` if the campaign did not exist yet, or the document did not change. */
export async function entryOf(
  db: Database,
  reader: Reader,
  { id, at, before, after }: OwnChange,
): Promise<Entry | undefined> {
  const { campaign, token } = reader;
  const revision = await findRevisionAt(db, campaign.id, at);
  if (!revision) return undefined;
  const then = [before, after].map((standing) => subjectThen(reader, revision, standing));
  // A state without a filter says nothing about leads. It is compared with the last state with a filter.
  const lost = then[0]?.scope.kind === 'nothing' && before.filterId !== null ? before.filterId : undefined;
  const had = lost === undefined ? undefined : await findRevisionWithFilter(db, campaign.id, lost, at);
  const subjects = [had && subjectThen(reader, had, before), ...then].filter((subject) => subject !== undefined);
  const compare = createComparison();
  let changes: Entry['changes'] = [];
  for (const subject of subjects) changes = await compare(subject);
  if (subjects.length < 2 || changes.length === 0) return undefined;
  const place = { campaignId: campaign.id, tokenId: token.id };
  return { id, at, revision: 1 + after.ownChanges + (await countedBy(db, place, at)), note: null, changes };
}
