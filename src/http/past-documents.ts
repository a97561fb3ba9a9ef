/**
 * What a token's document was made of, from one time to the next: by the revisions of the campaign and by what the token itself
 * was then. It begins with the token, or with its present documentation address.
 */
import { pinsOfScope, scopeOf, termsOf } from '../access/grant.ts';
import { listStandings, type StandingSince } from '../access/token-standings.ts';
import type { Token } from '../access/tokens.ts';
import type { Campaign } from '../campaign/definition.ts';
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
  const [revisions, standings, notes] = await Promise.all([
    listRevisions(db, campaign.id, { limit: kept + 1 }),
    listStandings(db, token.id),
    notesOf(db, campaign),
  ]);
  const subjects = timesOf(revisions.reverse(), standings.slice(-kept - 1)).flatMap(
    ({ id, at, revision, standing }) => {
      const then = campaignAt(campaign, revision);
      const was = { ...token, ...standing };
      const scope = scopeOf(was, then);
      // A note is told with what it was about: it may concern others alone.
      const note = (id === idOf(revision) && notes.get(revision.revision)) || null;
      if (!scope) return [];
      return {
        id,
        at,
        note,
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

/** What was said of changes that were announced, by the revisions in which they took effect. */
async function notesOf(db: Database, { id }: Campaign): Promise<ReadonlyMap<number, string>> {
  const rows = await db
    .selectFrom('announced_changes')
    .select(['revision', 'note'])
    .where('campaign_id', '=', id)
    .where('state', '=', 'done')
    .where('revision', 'is not', null)
    .where('note', 'is not', null)
    .execute();
  return new Map(rows.map(({ revision, note }) => [Number(revision), String(note)]));
}
