/** The actions that the log knows, all of them: an action that is missing here, or is none, does not compile. */
import type { Shape } from '../api/client.ts';

type Action = Shape<'AuditAction'>;

const known: Readonly<Record<Action, true>> = {
  'account.create': true,
  'account.update': true,
  'member.create': true,
  'member.invite': true,
  'member.accept_invitation': true,
  'member.update': true,
  'member.remove': true,
  'member.reset_password': true,
  'session.create': true,
  'session.change_password': true,
  'session.end': true,
  'campaign.create': true,
  'campaign.update': true,
  'campaign.delete': true,
  'field.create': true,
  'field.update': true,
  'field.delete': true,
  'field.order': true,
  'select.create': true,
  'option.create': true,
  'option.update': true,
  'option.archive': true,
  'status.create': true,
  'status.update': true,
  'status.delete': true,
  'duplicate_rule.update': true,
  'filter.create': true,
  'filter.update': true,
  'filter.delete': true,
  'vendor.create': true,
  'token.create': true,
  'token.update': true,
  'token.reveal': true,
  'token.rotate': true,
  'token.rotate_docs_url': true,
  'token.revoke': true,
  'select.update': true,
  'select.add_options': true,
  'select.order_options': true,
  'status.order': true,
};

export const auditActions = Object.keys(known) as readonly Action[];
