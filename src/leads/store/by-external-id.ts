/**
 * Leads by their external ids, by the index of these alone: behind a fence (`offset 0`), for beside what the scope asks for the
 * planner would walk through the scope whenever its statistics are older than the leads.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Campaign } from '../../campaign/definition.ts';
import { guarded } from './guard.ts';

/** A subquery of whole rows, of all leads of the campaign that have it: whoever asks says which of them are visible. */
export function withExternalId({ id }: Campaign, externalId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select l.* from leads l where l.campaign_id = ${id} and ${guarded} and l.external_id = ${externalId} offset 0)`;
}
