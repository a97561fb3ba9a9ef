/** What is announced now, compared with what was announced before: each as far as it concerns the token. */
import { isDeepStrictEqual } from 'node:util';
import { type Change, change } from './change.ts';

/** An announcement as a token is told of it. */
export interface Announcement {
  readonly id: string;
  readonly at: string;
  readonly note: string | null;
  readonly changes: readonly Change[];
}

/** `isCalledOff`: whether one that is not announced any more will not take effect; else it did, which is told by its changes. */
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

/** What was announced and will not come, in the words in which it was told. */
export const calledOff = ({ at, changes }: Announcement): Change =>
  change('called_off', 'textual', '', { from: at, to: changes });
