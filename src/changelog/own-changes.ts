/**
 * What changes of the token itself have changed in its document: its filter, its permission, its limits and notes, and the name of its
 * account. Made when it is read, of the definition that held then: a token of the account has a document for each campaign.
 */
import { listStandings, type StandingSince } from '../access/token-standing.ts';
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

/** The newest first, of those that changed its document. */
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

/** What a change of the token changed; no entry where the campaign was not there yet, or there is nothing to tell. */
export async function entryOf(
  db: Database,
  reader: Reader,
  { id, at, before, after }: OwnChange,
): Promise<Entry | undefined> {
  const { campaign, token } = reader;
  const revision = await findRevisionAt(db, campaign.id, at);
  if (!revision) return undefined;
  const then = [before, after].map((standing) => subjectThen(reader, revision, standing));
  // What a document without a filter asks of leads says nothing: it is compared with the last that had one.
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
