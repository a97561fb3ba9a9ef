/** What is said where a list was put in order and the server refused. The list is then shown as it is, so that one can go on. */
import { messageOf, Problem } from '../api/problem.ts';

export function orderRefused(error: unknown): string {
  if (!(error instanceof Problem) || error.code !== 'stale') return messageOf(error);
  return 'Somebody else has changed the campaign meanwhile: this is how it is now. Move it again, if it still should be.';
}
