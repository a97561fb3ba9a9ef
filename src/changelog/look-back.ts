/**
 * Works out the changelog of revisions from before each token's document had a revision of its own. This happens once, when
 * somebody first reads the changelog, and the result is stored. It begins with the creation of the token, or of its present
 * documentation address.
 */
import { listStandings, type StandingSince } from '../access/token-settings.ts';
import type { Announced, Campaign } from '../campaign/definition.ts';
import { findRevisionAt, listRevisionsFrom, type Revision } from '../campaign/revisions.ts';
import type { Database } from '../database/connection.ts';
import { callOff, createComparison } from '../document/changes/changelog.ts';
import { addPast, type Entry, findDocument } from './stored.ts';
import { type Reader, subjectThen } from './subject-then.ts';

export async function lookBack(db: Database, reader: Reader): Promise<void> {
  const place = { campaignId: reader.campaign.id, tokenId: reader.token.id };
  const document = await findDocument(db, place);
  if (!document || document.lookedBack) return;
  await addPast(db, place, await entriesUntil(db, reader, document.began + 1));
}

/** `last`: the revision of the campaign when the documents got revisions of their own. */
async function entriesUntil(db: Database, reader: Reader, last: number): Promise<Entry[]> {
  const standings = (await listStandings(db, reader.token.id)).filter(({ ownChanges }) => ownChanges === 0);
  const ended = await endedAnnouncements(db, reader.campaign);
  const compare = createComparison();
  const entries: Entry[] = [];
  let begun = false;
  for await (const { id, at, revision, standing } of timesOf(db, reader.campaign, standings, last)) {
    const subject = subjectThen(reader, revision, standing);
    // A filter that is created with its token exists a moment later than the token.
    if (!subject || (!begun && subject.scope.kind === 'nothing')) continue;
    begun = true;
    // An announcement belongs to its own revision, because it may concern only other tokens.
    const itsOwn = id === idOf(revision) ? ended : [];
    const note = itsOwn.find((one) => one.revision === revision.revision)?.note ?? null;
    const calledOff = itsOwn.filter((one) => isCalledOffIn(revision, one.id));
    const changes = [...(await compare(subject)), ...calledOff.flatMap((one) => callOff(subject, one))];
    if (changes.length > 0) entries.push({ id, at, note, revision: revision.revision, changes });
  }
  return entries;
}

/** One state, from `at` until the next. */
interface Time {
  readonly id: string;
  readonly at: Date;
  readonly revision: Revision;
  readonly standing: StandingSince;
}

const idOf = ({ revision }: Revision): string => `revision-${revision}`;

/** All times at which the document may have changed, the oldest first. */
async function* timesOf(
  db: Database,
  campaign: Campaign,
  standings: readonly StandingSince[],
  last: number,
): AsyncIterable<Time> {
  const waiting = [...standings];
  const begins = waiting[0]?.since ?? new Date(0);
  const first = (await findRevisionAt(db, campaign.id, begins))?.revision ?? 1;
  let standing: StandingSince | undefined;
  let before: Revision | undefined;
  const ofToken = function* (until: Date | undefined): Iterable<Time> {
    while (waiting[0] && (!until || waiting[0].since < until)) {
      standing = waiting.shift() as StandingSince;
      const { since: at } = standing;
      if (before) yield { id: `token-${at.getTime()}`, at, revision: before, standing };
    }
  };
  for await (const revision of listRevisionsFrom(db, campaign.id, { first, last })) {
    yield* ofToken(revision.at);
    before = revision;
    if (standing) yield { id: idOf(revision), at: revision.at, revision, standing };
  }
  yield* ofToken(undefined);
}

/** Whether an announcement was withdrawn in the revision, or failed in it. */
const isCalledOffIn = ({ changes }: Revision, id: string): boolean =>
  changes.some((one) => (one.kind === 'change_withdrawn' || one.kind === 'change_failed') && one.id === id);

interface Ended extends Announced {
  /** The revision in which it took effect, if it did. */
  readonly revision: number | null;
}

/** Announcements that are over: they took effect, were withdrawn, or failed. */
async function endedAnnouncements(db: Database, { id }: Campaign): Promise<Ended[]> {
  const rows = await db
    .selectFrom('announced_changes')
    .select(['id', 'at', 'announced_at as announcedAt', 'told_at as toldAt', 'note', 'delta', 'revision'])
    .where('campaign_id', '=', id)
    .where('state', '!=', 'announced')
    .execute();
  return rows.map(({ at, announcedAt, toldAt, delta, ...row }) => ({
    ...row,
    ...{ at: at.toISOString(), announcedAt: announcedAt.toISOString(), toldAt: toldAt.toISOString() },
    delta: delta as Announced['delta'],
  }));
}
