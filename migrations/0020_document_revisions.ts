/**
 * Each token's document has a revision of its own, which no change rises by that the document does not show. Tokens that are there
 * begin with the campaign's revision, so that the number that a vendor knows does not fall.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- How often a change of the token itself, or of its account, has changed its documents.
alter table tokens add column own_changes integer not null default 0;

create table token_documents (
  campaign_id uuid not null,
  token_id uuid not null,
  -- How often a change of the campaign has changed the token's document.
  changes integer not null,
  -- What it began with: revisions of the campaign from before there was a count.
  began integer not null default 0,
  -- Whether what those revisions changed is in document_changes.
  looked_back boolean not null default true,
  primary key (campaign_id, token_id)
);
insert into token_documents (campaign_id, token_id, changes, began, looked_back)
  select c.id, t.id, h.revision - 1, h.revision - 1, h.revision = 1
  from tokens t
  join campaigns c on c.account_id = t.account_id and (t.scope = 'account' or t.campaign_id = c.id)
  join campaign_heads h on h.campaign_id = c.id;

-- The changelog of each token. What a change of the token itself has changed is made of its standings.
create table document_changes (
  campaign_id uuid not null,
  token_id uuid not null,
  id text collate "C" not null,
  at timestamptz(3) not null,
  -- Of the token's document, from then on.
  revision integer not null,
  -- token_documents.changes, from then on.
  changes integer not null,
  note text,
  -- Empty where there is nothing to tell: an announcement is told by the documents themselves.
  told jsonb not null,
  primary key (campaign_id, token_id, id)
);
create index document_changes_at on document_changes (campaign_id, token_id, at, id);

alter table token_standings add column own_changes integer not null default 0;
-- Null: the name that the account has now.
alter table token_standings add column account_name text;
`)
    .execute(db);
}
