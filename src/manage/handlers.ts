/** Every operation of the Management API and its handler. A missing, extra or wrongly typed handler does not compile. */
import type { operations } from '../generated/manage.ts';
import type { Handlers } from '../operation/handler.ts';
import { updateAccount } from './account/account.ts';
import { exportAudit, listAudit } from './account/audit.ts';
import * as invitations from './account/invitations.ts';
import * as logo from './account/logo.ts';
import * as members from './account/members.ts';
import * as sessions from './account/sessions.ts';
import { updateSession } from './account/settings.ts';
import * as session from './account/sign-in.ts';
import * as announced from './changes/announced-changes.ts';
import { previewChange } from './changes/preview-change.ts';
import type { ManageContext } from './context.ts';
import * as campaignEnd from './definition/campaign-end.ts';
import * as campaigns from './definition/campaigns.ts';
import { listDependents } from './definition/dependents.ts';
import * as duplicateRule from './definition/duplicate-rule.ts';
import * as fields from './definition/fields.ts';
import * as filters from './definition/filters.ts';
import * as options from './definition/options.ts';
import * as revisions from './definition/revisions.ts';
import * as selects from './definition/selects.ts';
import * as statuses from './definition/statuses.ts';
import { getManagementOpenApi, getManagementOpenApi30 } from './openapi.ts';
import * as token from './tokens/change-token.ts';
import * as tokens from './tokens/create-token.ts';
import { previewTokenChange } from './tokens/preview-token-change.ts';
import { listTokenRequests } from './tokens/token-requests.ts';
import * as secrets from './tokens/token-secret.ts';
import * as tokenUsage from './tokens/token-usage.ts';
import { createVendor } from './tokens/vendors.ts';

/** Operations of the Lead API for members, under a member's grant: see `http/manage/member-leads`. */
type LeadOperation =
  | 'listLeads'
  | 'countLeads'
  | 'createLead'
  | 'getLead'
  | 'updateLead'
  | 'deleteLead'
  | 'getLeadHistory'
  | 'exportLeads';

export const manageHandlers = {
  getManagementOpenApi,
  getManagementOpenApi30,
  createSession: session.createSession,
  getSession: session.getSession,
  deleteSession: session.deleteSession,
  changePassword: session.changePassword,
  confirmSession: session.confirmSession,
  updateSession,
  listSessions: sessions.listSessions,
  endOtherSessions: sessions.endOtherSessions,
  endSession: sessions.endSessionById,
  updateAccount,
  getLogo: logo.getLogo,
  setLogo: logo.setAccountLogo,
  deleteLogo: logo.deleteLogo,
  listAudit,
  exportAudit,
  listMembers: members.listMembers,
  createMember: members.createMember,
  updateMember: members.updateMember,
  deleteMember: members.deleteMember,
  renewInvitation: members.renewInvitation,
  getInvitation: invitations.getInvitation,
  acceptInvitation: invitations.acceptInvitation,
  listCampaigns: campaigns.listCampaigns,
  createCampaign: campaigns.createCampaign,
  getCampaign: campaigns.getCampaign,
  updateCampaign: campaigns.updateCampaign,
  archiveCampaign: campaignEnd.archiveCampaign,
  unarchiveCampaign: campaignEnd.unarchiveCampaign,
  deleteCampaign: campaignEnd.deleteCampaign,
  listDependents,
  listRevisions: revisions.listRevisions,
  getRevision: revisions.getRevision,
  compareRevisions: revisions.compareRevisions,
  restoreRevision: revisions.restoreRevision,
  listAnnouncedChanges: announced.listAnnouncedChanges,
  announceChange: announced.announceChange,
  updateAnnouncedChange: announced.updateAnnouncedChange,
  withdrawAnnouncedChange: announced.withdrawAnnouncedChange,
  previewChange,
  listFields: fields.listFields,
  createField: fields.createField,
  updateField: fields.updateField,
  deleteField: fields.deleteField,
  orderFields: fields.orderFields,
  listSelects: selects.listSelects,
  createSelect: selects.createSelect,
  updateSelect: selects.updateSelect,
  createOptions: selects.createOptions,
  orderOptions: selects.orderOptions,
  createOption: options.createOption,
  updateOption: options.updateOption,
  deleteOption: options.deleteOption,
  listStatuses: statuses.listStatuses,
  orderStatuses: statuses.orderStatuses,
  createStatus: statuses.createStatus,
  updateStatus: statuses.updateStatus,
  deleteStatus: statuses.deleteStatus,
  getDuplicateRule: duplicateRule.getDuplicateRule,
  setDuplicateRule: duplicateRule.setDuplicateRule,
  listFilters: filters.listFilters,
  createFilter: filters.createFilter,
  getFilter: filters.getFilter,
  updateFilter: filters.updateFilter,
  deleteFilter: filters.deleteFilter,
  previewFilter: filters.previewFilter,
  listCampaignTokens: tokens.listCampaignTokens,
  createCampaignToken: tokens.createCampaignToken,
  listAccountTokens: tokens.listAccountTokens,
  createAccountToken: tokens.createAccountToken,
  listCampaignTokenUsage: tokenUsage.listCampaignTokenUsage,
  listAccountTokenUsage: tokenUsage.listAccountTokenUsage,
  getToken: token.getToken,
  listTokenRequests,
  updateToken: token.updateToken,
  previewTokenChange,
  revokeToken: token.revokeToken,
  revealToken: secrets.revealToken,
  rotateToken: secrets.rotateToken,
  endPreviousSecret: secrets.endPreviousSecret,
  rotateDocsUrl: secrets.rotateDocsUrl,
  createVendor,
} satisfies Handlers<Omit<operations, LeadOperation>, ManageContext>;
