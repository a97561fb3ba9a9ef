/** Why the store wrote nothing, as the problem that the client is told. */
import { notFound, type Problem, refuse } from '../problem/problem.ts';
import type { Refusal } from './store/outcome.ts';

export function refusalOf(refusal: Refusal): Problem {
  switch (refusal) {
    case 'not_visible':
      return notFound('lead');
    case 'stale_version':
      return refuse('precondition_failed', 'The lead is not at the version that `If-Match` names.');
    case 'external_id_taken':
      return refuse('external_id_taken', 'Another lead has this `external_id`.', {
        errors: [
          {
            pointer: '/external_id',
            code: 'external_id_taken',
            detail: '`external_id` must be one that no other lead has.',
          },
        ],
      });
    case 'out_of_scope':
      return refuse('out_of_scope', "The lead would be outside this token's filter; nothing was written.");
  }
}
