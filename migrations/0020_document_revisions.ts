/**
 * Each token's document has its own revision, which rises only with changes that the document shows. Existing tokens begin with
 * the campaign's revision, so that the number that a vendor knows does not fall.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- The number of changes of the token or its account that have changed its documents.
alter table tokens add column own_changes integer not null default 0;

create table token_documents (
  campaign_id uuid not null,
  token_id uuid not null,
  -- The number of changes of the campaign that have changed the token's document.
  changes integer not null,
  -- The starting value: the campaign's revisions from before there was a count.
  began integer not null default 0,
  -- Whether document_changes has the changes of those revisions.
  looked_back boolean not null default true,
  primary key (campaign_id, token_id)
);
insert into token_documents (campaign_id, token_id, changes, began, looked_back)
  select c.id, t.id, h.revision - 1, h.revision - 1, h.revision = 1
  from tokens t
  join campaigns c on c.account_id = t.account_id and (t.scope = 'account' or t.campaign_id = c.id)
  join campaign_heads h on h.campaign_id = c.id;

-- The changelog of each token. Entries for changes of the token itself are made from its standings.
create table document_changes (
  campaign_id uuid not null,
  token_id uuid not null,
  id text collate "C" not null,
  at timestamptz(3) not null,
  -- The revision of the token's document, from then on.
  revision integer not null,
  -- token_documents.changes, from then on.
  changes integer not null,
  note text,
  -- Empty for an announcement: the documents themselves show it.
  told jsonb not null,
  primary key (campaign_id, token_id, id)
);
create index document_changes_at on document_changes (campaign_id, token_id, at, id);

alter table token_standings add column own_changes integer not null default 0;
-- Null for the account's present name.
alter table token_standings add column account_name text;
`)
    .execute(db);
}
