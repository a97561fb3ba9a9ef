/**
 * This version changes the shape of all documents. Each existing token gets one entry in its changelog, with a revision of its
 * own.
 */
import { type Kysely, sql } from 'kysely';

const sentence =
  'Leadspec was updated: generate clients again. A dry run is answered as the write would be, with the header `Dry-Run`; forms have operations of their own; every status is listed; texts have named formats in the place of patterns.';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    with there as (
      select c.id as campaign_id, t.id as token_id, t.own_changes
      from tokens t join campaigns c on c.account_id = t.account_id and (t.scope = 'account' or t.campaign_id = c.id)
    ), counted as (
      insert into token_documents as d (campaign_id, token_id, changes) select campaign_id, token_id, 1 from there
      on conflict (campaign_id, token_id) do update set changes = d.changes + 1
      returning campaign_id, token_id, changes
    )
    insert into document_changes (campaign_id, token_id, id, at, revision, changes, note, told)
    select campaign_id, token_id, 'revision-' || 1 + own_changes + changes, now(), 1 + own_changes + changes, changes, null,
      ${JSON.stringify([{ class: 'breaking', sentence }])}::jsonb
    from counted join there using (campaign_id, token_id)`.execute(db);
}
