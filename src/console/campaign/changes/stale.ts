/** A change that was made from an older state of the campaign than there is: how it is known, and what is said of it. */
import { messageOf, Problem, problemOf } from '../../api/problem.ts';

export const isStale = (error: unknown): error is Problem => error instanceof Problem && error.code === 'stale';

const meanwhile = 'Somebody else has changed the campaign meanwhile.';

/** Where a list was put in order. It is then shown as it is, so that one can go on. */
export const orderRefused = (error: unknown): string =>
  isStale(error) ? `${meanwhile} You now see the latest order. Move it again.` : messageOf(error);

/** Where something was to be confirmed, or saved: what is shown is what there is now, so that it can be done again. */
export const staleProblem = (error: Problem, again: string): Problem =>
  problemOf(error.status, error.more, `${meanwhile} ${again}`);
