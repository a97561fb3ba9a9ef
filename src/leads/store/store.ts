/** The lead store of one request, bound to its grant: a handler has nothing else to reach leads with, and cannot forget it. */
import type { Grant } from '../../access/grant.ts';
import type { Database } from '../../database/connection.ts';
import { type Count, countLeads } from './count-leads.ts';
import { createLead, type NewLead } from './create-lead.ts';
import { deleteLead } from './delete-lead.ts';
import { type ExportPart, type ExportQuery, exportLeads } from './export-leads.ts';
import { confirmGrant } from './guard.ts';
import { type Changes, type ChangesQuery, leadChanges } from './lead-changes.ts';
import { type HistoryEvent, type HistoryQuery, leadHistory } from './lead-history.ts';
import type { Narrowing } from './matching.ts';
import type { Refusal, WriteOutcome, WrittenLead } from './outcome.ts';
import { getLead, type ListQuery, listLeads, type Page } from './read-leads.ts';
import { withLeads } from './tables.ts';
import { type LeadPatch, updateLead } from './update-lead.ts';

export interface LeadStore {
  list(query: ListQuery): Promise<Page>;
  count(narrowing: Narrowing): Promise<Count>;
  get(id: string): Promise<WrittenLead | undefined>;
  history(id: string, query: HistoryQuery): Promise<{ events: readonly HistoryEvent[]; more: boolean } | undefined>;
  changes(query: ChangesQuery): Promise<Changes>;
  export(query: ExportQuery): Promise<ExportPart>;
  create(lead: NewLead): Promise<WriteOutcome>;
  update(id: string, patch: LeadPatch): Promise<WriteOutcome>;
  delete(id: string, versions: readonly number[] | undefined): Promise<Refusal | undefined>;
  /** Runs the guard by itself, unless a statement of this store has passed it already. */
  confirm(): Promise<void>;
}

/** Every method may throw `StaleGrant`: the request is then run anew under a grant that is read again. */
export function bindLeadStore(db: Database, grant: Grant): LeadStore {
  const leads = withLeads(db);
  let passed = false;
  const noted = async <T>(answer: Promise<T>): Promise<T> => {
    const result = await answer;
    passed = true;
    return result;
  };
  return {
    list: (query) => noted(listLeads(leads, grant, query)),
    count: (narrowing) => noted(countLeads(leads, grant, narrowing)),
    get: (id) => noted(getLead(leads, grant, id)),
    history: (id, query) => noted(leadHistory(leads, grant, id, query)),
    changes: (query) => noted(leadChanges(leads, grant, query)),
    export: (query) => noted(exportLeads(leads, grant, query)),
    create: (lead) => noted(createLead(leads, grant, lead)),
    update: (id, patch) => noted(updateLead(leads, grant, id, patch)),
    delete: (id, versions) => noted(deleteLead(leads, grant, id, versions)),
    async confirm() {
      if (!passed) await noted(confirmGrant(db, grant));
    },
  };
}
