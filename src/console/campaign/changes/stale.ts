/** The refusal of a change that was made from an old state of the campaign: how it is recognised, and its words. */
import { messageOf, Problem, problemOf } from '../../api/problem.ts';

export const isStale = (error: unknown): error is Problem => error instanceof Problem && error.code === 'stale';

const meanwhile = 'Somebody else has changed the campaign meanwhile.';

/** After a list was reordered. The list then shows the current order. */
export const orderRefused = (error: unknown): string =>
  isStale(error) ? `${meanwhile} You now see the latest order. Move it again.` : messageOf(error);

/** After a confirmation or a save. The dialog then shows the current state, so that the member can try again. */
export const staleProblem = (error: Problem, again: string): Problem =>
  problemOf(error.status, error.more, `${meanwhile} ${again}`);
