/** Compares the present announcements with the previous ones, as far as they concern the token. */
import { isDeepStrictEqual } from 'node:util';
import { type Change, change } from './change.ts';

/** An announcement as a token sees it. */
export interface Announcement {
  readonly id: string;
  readonly at: string;
  readonly note: string | null;
  readonly changes: readonly Change[];
}

/**
 * `isCalledOff`: whether an announcement that is gone will not take effect. Otherwise it took effect, and its changes
 * describe it.
 */
export function compareAnnounced(
  before: readonly Announcement[],
  after: readonly Announcement[],
  isCalledOff: (id: string) => boolean,
): readonly Change[] {
  const old = new Map(before.map((one) => [one.id, one]));
  const now = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap((one) => compareOne(old.get(one.id), one)),
    ...before.filter(({ id }) => !now.has(id) && isCalledOff(id)).map(calledOff),
  ];
}

function compareOne(was: Announcement | undefined, is: Announcement): Change[] {
  if (!was) return [change('announced', 'textual', '', { from: null, to: is.at })];
  if (was.at !== is.at) return [change('announcement_moved', 'textual', '', { from: was.at, to: is.at })];
  return was.note === is.note && isDeepStrictEqual(was.changes, is.changes)
    ? []
    : [change('announcement_words', 'textual', '', { from: null, to: is.at })];
}

/** The withdrawal of an announcement, with the changes that it had announced. */
export const calledOff = ({ at, changes }: Announcement): Change =>
  change('called_off', 'textual', '', { from: at, to: changes });
