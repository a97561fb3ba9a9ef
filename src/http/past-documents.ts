/**
 * What a token's document was made of, from one time to the next: by the revisions of the campaign and by what the token itself
 * was then. It begins with the token, or with its present documentation address.
 */
import { pinsOfScope, scopeOf, termsOf } from '../access/grant.ts';
import { listStandings, type StandingSince } from '../access/token-standings.ts';
import type { Token } from '../access/tokens.ts';
import type { Announced, Campaign } from '../campaign/definition.ts';
import { listRevisions, type Revision } from '../campaign/revisions.ts';
import { campaignAt } from '../campaign/snapshot.ts';
import type { Database } from '../database/connection.ts';
import type { PastSubject } from '../document/changelog.ts';

/** How many revisions, and changes of the token, are looked back at. */
const kept = 100;

/** From `at` on, until the next. */
interface Time extends Pick<PastSubject, 'id' | 'at'> {
  readonly revision: Revision;
  readonly standing: StandingSince;
}

/** The oldest first; the first is what later ones are compared with. */
export async function pastOf(db: Database, token: Token, campaign: Campaign): Promise<PastSubject[]> {
  const [revisions, standings, ended] = await Promise.all([
    listRevisions(db, campaign.id, { limit: kept + 1 }),
    listStandings(db, token.id),
    endedAnnouncements(db, campaign),
  ]);
  const subjects = timesOf(revisions.reverse(), standings.slice(-kept - 1)).flatMap(
    ({ id, at, revision, standing }) => {
      const then = campaignAt(campaign, revision);
      const was = { ...token, ...standing };
      const scope = scopeOf(was, then);
      // An announcement is told of with its own revision: it may concern others alone.
      const itsOwn = id === idOf(revision) ? ended : [];
      const note = itsOwn.find((one) => one.revision === revision.revision)?.note ?? null;
      const calledOff = itsOwn.filter((one) => isCalledOffIn(revision, one.id));
      if (!scope) return [];
      return {
        id,
        at,
        note,
        calledOff,
        subject: {
          campaign: then,
          permission: was.permission,
          scope,
          pins: pinsOfScope(then, scope),
          terms: termsOf(was),
        },
      };
    },
  );
  // A filter that is made together with its token is there a moment after it.
  const first = Math.max(
    subjects.findIndex(({ subject }) => subject.scope.kind !== 'nothing'),
    0,
  );
  return subjects.slice(first);
}

const idOf = ({ revision }: Revision): string => `revision-${revision}`;

/** All times at which the document may have become another. */
function timesOf(revisions: readonly Revision[], standings: readonly StandingSince[]): Time[] {
  const starts = [
    ...revisions.map((revision) => ({ id: idOf(revision), at: revision.at, revision })),
    ...standings.map((standing) => ({ id: `token-${standing.since.getTime()}`, at: standing.since, standing })),
  ].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const times: Time[] = [];
  let now: Partial<Pick<Time, 'revision' | 'standing'>> = {};
  for (const start of starts) {
    now = { ...now, ...start };
    const { revision, standing } = now;
    if (revision && standing) times.push({ id: start.id, at: start.at, revision, standing });
  }
  return times;
}

/** Whether the revision tells that an announcement was withdrawn, or could not take effect. */
const isCalledOffIn = ({ changes }: Revision, id: string): boolean =>
  changes.some((one) => (one.kind === 'change_withdrawn' || one.kind === 'change_failed') && one.id === id);

interface Ended extends Announced {
  /** In which it took effect, if it did. */
  readonly revision: number | null;
}

/** Announcements that are over: in effect, withdrawn, or failed. */
async function endedAnnouncements(db: Database, { id }: Campaign): Promise<Ended[]> {
  const rows = await db
    .selectFrom('announced_changes')
    .select(['id', 'at', 'announced_at as announcedAt', 'told_at as toldAt', 'note', 'delta', 'revision'])
    .where('campaign_id', '=', id)
    .where('state', '!=', 'announced')
    .orderBy('ended_at', 'desc')
    .limit(kept)
    .execute();
  return rows.map(({ at, announcedAt, toldAt, delta, ...row }) => ({
    ...row,
    ...{ at: at.toISOString(), announcedAt: announcedAt.toISOString(), toldAt: toldAt.toISOString() },
    delta: delta as Announced['delta'],
  }));
}
