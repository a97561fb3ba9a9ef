/** The actions of members on leads, for the audit log: each single write, in its transaction, and each export, before it begins. */
import type { Request } from 'express';
import { writeAudit } from '../../access/audit.ts';
import type { CsvForm } from '../../access/csv-form.ts';
import type { Grant } from '../../access/grant.ts';
import type { Member } from '../../access/members.ts';
import type { Campaign } from '../../campaign/definition.ts';
import type { Database } from '../../database/connection.ts';
import type { Witness } from '../../leads/store/store.ts';
import { sentQuery } from '../../validation/sent-query.ts';

const actorOf = ({ id, name, accountId }: Member, address: string | null) => ({
  accountId,
  actor: { kind: 'member', id, name } as const,
  address,
});

/** Records which fields were changed, but no values. */
export function witnessOf(member: Member, { slug }: Campaign, address: string | null): Witness {
  return (trx, { verb, lead, changed }) =>
    writeAudit(trx, {
      ...actorOf(member, address),
      action: `lead.${verb}`,
      object: { kind: 'lead', id: lead, name: null },
      campaign: slug,
      details: changed ? { changed } : {},
    });
}

interface NotedExport {
  readonly grant: Grant;
  readonly req: Request;
  readonly address: string | null;
  readonly csv: CsvForm | undefined;
}

/**
 * Runs before the first lead is sent. Records the names of the query's filters but not their values, which may be personal
 * data.
 */
export async function noteExport(
  db: Database,
  member: Member,
  { grant, req, address, csv }: NotedExport,
): Promise<void> {
  const { slug, name } = grant.campaign;
  const filters = Object.keys(sentQuery(req).values).sort();
  await db.transaction().execute((trx) =>
    writeAudit(trx, {
      ...actorOf(member, address),
      action: 'lead.export',
      object: { kind: 'campaign', id: slug, name },
      campaign: slug,
      details: { filters, ...(csv && { spreadsheet: true }) },
    }),
  );
}
