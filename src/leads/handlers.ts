/** The operations of `openapi/leads.yaml`, each in a file of its own. A missing or extra operation does not compile. */
import type { operations } from '../generated/leads.ts';
import type { Handlers } from '../operation/handler.ts';
import type { LeadContext } from './context.ts';
import { countLeads } from './count-leads.ts';
import { createLead } from './create-lead.ts';
import { deleteLead } from './delete-lead.ts';
import { exportLeads } from './export-leads.ts';
import { getCampaign } from './get-campaign.ts';
import { getLead } from './get-lead.ts';
import { getLeadHistory } from './get-lead-history.ts';
import { listLeadChanges } from './list-lead-changes.ts';
import { listLeads } from './list-leads.ts';
import { listRequests } from './list-requests.ts';
import { submitLeadForm, submitLeadFormByExternalId } from './submit-lead-form.ts';
import { updateLead } from './update-lead.ts';
import { upsertLead } from './upsert-lead.ts';
import { writeLeads } from './write-leads.ts';

export const leadHandlers = {
  getCampaign,
  listLeads,
  countLeads,
  exportLeads,
  listLeadChanges,
  createLead,
  getLead,
  getLeadHistory,
  updateLead,
  deleteLead,
  upsertLead,
  submitLeadForm,
  submitLeadFormByExternalId,
  writeLeads,
  listRequests,
} satisfies Handlers<operations, LeadContext>;
