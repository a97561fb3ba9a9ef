/** Turns the reason why nothing was written into the problem that the client gets. */
import { notFound, type Problem, refuse } from '../problem/problem.ts';
import type { Refusal } from './store/outcome.ts';

export function refusalOf(refusal: Refusal): Problem {
  switch (refusal.why) {
    case 'not_visible':
      return notFound('lead');
    case 'stale_version':
      return refuse('precondition_failed', 'The lead does not have a version that the request allows.');
    case 'exists':
      return refuse('precondition_failed', 'A lead with this `external_id` already exists.');
    case 'external_id_taken':
      return refuse('external_id_taken', 'Another lead has this `external_id`; `upsertLead` changes that one.', {
        errors: [
          {
            pointer: '/external_id',
            code: 'external_id_taken',
            detail: '`external_id` must be one that no other lead has.',
          },
        ],
      });
    case 'external_id_ambiguous':
      return refuse('external_id_ambiguous', 'Several leads have this `external_id`. Change one of them by its id.');
    case 'duplicate':
      return refuse('duplicate_lead', 'The lead would be a duplicate of an existing lead.', {
        ...(refusal.of !== undefined && { extensions: { duplicate_of: refusal.of } }),
      });
    case 'cannot_create':
      return scopeClosed();
    case 'out_of_scope':
      return refuse('out_of_scope', "The lead would be outside this token's filter. Nothing was written.");
  }
}

export function scopeClosed(): Problem {
  return refuse(
    'scope_closed',
    'New leads cannot be created with this token: its filter was deleted, or asks for what the campaign does not offer.',
  );
}
