/** `GET /`: the campaign as data, as this grant sees it. The document describes the same as schemas. */
import { campaignView } from '../document/campaign-view.ts';
import type { operations } from '../generated/leads.ts';
import type { Handler } from '../operation/handler.ts';
import type { LeadContext } from './context.ts';

export const getCampaign: Handler<operations['getCampaign'], LeadContext> = async (_request, { offer, docsUrl }) => ({
  status: 200,
  body: campaignView(offer, docsUrl),
});
