/**
 * The sentence of an audit entry, such as "Olivia paused the token Vendor XYZ". This file has the words of every action and
 * kind of object. An action that is missing here, or that the server does not know, does not compile.
 */
import type { Shape } from '../api/client.ts';
import { type Part, partWords } from '../campaign/announced/part-words.ts';

export type Entry = Shape<'AuditEntry'>;
export type Action = Entry['action'];
export type Kind = Entry['object']['kind'];

interface Words {
  /** The action alone, as in the list of a filter. */
  readonly label: string;
  /** The words between the actor and the object's name. */
  readonly says: string;
}

const words: Readonly<Record<Action, Words>> = {
  'account.create': { label: 'Account: created', says: 'created the account' },
  'account.update': { label: 'Account: changed', says: 'changed the account' },
  'member.create': { label: 'Member: added', says: 'added the member' },
  'member.invite': { label: 'Member: invited', says: 'made an invitation link for' },
  'member.accept_invitation': { label: 'Member: accepted the invitation', says: 'accepted the invitation as' },
  'member.update': { label: 'Member: changed', says: 'changed the member' },
  'member.remove': { label: 'Member: removed', says: 'removed the member' },
  'member.reset_password': { label: 'Member: password reset', says: 'reset the password of' },
  'session.create': { label: 'Signed in', says: 'signed in' },
  'session.change_password': { label: 'Password changed', says: 'changed the password of' },
  'session.end': { label: 'Session ended', says: 'ended a session of' },
  'campaign.create': { label: 'Campaign: created', says: 'created the campaign' },
  'campaign.update': { label: 'Campaign: changed', says: 'changed the campaign' },
  'campaign.archive': { label: 'Campaign: archived', says: 'archived the campaign' },
  'campaign.unarchive': { label: 'Campaign: brought back', says: 'brought back the campaign' },
  'campaign.delete': { label: 'Campaign: deleted', says: 'deleted the campaign' },
  'campaign.restore': { label: 'Campaign: revision restored', says: 'restored a revision of the campaign' },
  'campaign.announce_change': { label: 'Change: scheduled', says: 'scheduled a change of the campaign' },
  'campaign.move_change': { label: 'Change: rescheduled', says: 'rescheduled a change of the campaign' },
  'campaign.withdraw_change': { label: 'Change: withdrawn', says: 'withdrew a scheduled change of the campaign' },
  'campaign.fail_change': { label: 'Change: failed', says: 'could not make the scheduled change of the campaign' },
  'field.create': { label: 'Field: added', says: 'added the field' },
  'field.update': { label: 'Field: changed', says: 'changed the field' },
  'field.delete': { label: 'Field: removed', says: 'removed the field' },
  'field.order': { label: 'Fields: reordered', says: 'reordered the fields of' },
  'select.create': { label: 'Select: added', says: 'added the select' },
  'select.update': { label: 'Select: changed', says: 'changed the select' },
  'select.add_options': { label: 'Select: options added', says: 'added options to the select' },
  'select.order_options': { label: 'Select: options reordered', says: 'reordered the options of the select' },
  'option.create': { label: 'Option: added', says: 'added the option' },
  'option.update': { label: 'Option: changed', says: 'changed the option' },
  'option.archive': { label: 'Option: archived', says: 'archived the option' },
  'status.create': { label: 'Status: added', says: 'added the status' },
  'status.update': { label: 'Status: changed', says: 'changed the status' },
  'status.delete': { label: 'Status: removed', says: 'removed the status' },
  'status.order': { label: 'Statuses: reordered', says: 'reordered the statuses of' },
  'duplicate_rule.update': { label: 'Duplicate check: changed', says: 'changed the duplicate check of' },
  'filter.create': { label: 'Filter: created', says: 'created the filter' },
  'filter.update': { label: 'Filter: changed', says: 'changed the filter' },
  'filter.delete': { label: 'Filter: deleted', says: 'deleted the filter' },
  'vendor.create': { label: 'Vendor: added', says: 'added the vendor' },
  'token.create': { label: 'Token: created', says: 'created the token' },
  'token.update': { label: 'Token: changed', says: 'changed the token' },
  'token.pause': { label: 'Token: paused', says: 'paused the token' },
  'token.resume': { label: 'Token: resumed', says: 'resumed the token' },
  'token.reveal': { label: 'Token: secret shown', says: 'looked at the secret of the token' },
  'token.rotate': { label: 'Token: rotated', says: 'rotated the token' },
  'token.end_previous_secret': { label: 'Token: old secret ended', says: 'ended the old secret of the token' },
  'token.rotate_docs_url': {
    label: 'Token: new documentation address',
    says: 'gave a new documentation address to the token',
  },
  'token.revoke': { label: 'Token: revoked', says: 'revoked the token' },
  'lead.create': { label: 'Lead: created', says: 'created the' },
  'lead.update': { label: 'Lead: edited', says: 'edited the' },
  'lead.delete': { label: 'Lead: erased', says: 'erased the' },
  'lead.export': { label: 'Leads: exported', says: 'exported leads of the campaign' },
};

const kinds: Readonly<Record<Kind, string>> = {
  account: 'Account',
  member: 'Member',
  campaign: 'Campaign',
  field: 'Field',
  select: 'Select',
  option: 'Option',
  status: 'Status',
  duplicate_rule: 'Duplicate check',
  filter: 'Filter',
  vendor: 'Vendor',
  token: 'Token',
  lead: 'Lead',
};

const choices = <Key extends string>(keys: readonly Key[], labelOf: (key: Key) => string) =>
  keys.map((value) => ({ value, label: labelOf(value) })).toSorted((a, b) => a.label.localeCompare(b.label));

export const actionChoices = choices(Object.keys(words) as Action[], (action) => words[action].label);
export const kindChoices = choices(Object.keys(kinds) as Kind[], (kind) => kinds[kind]);

/** Earlier versions logged a pause as a change, with `paused` in its details. */
function actionOf({ action, details }: Pick<Entry, 'action' | 'details'>): Action {
  const to = details.to as { paused?: unknown } | undefined;
  if (action !== 'token.update' || typeof to?.paused !== 'boolean' || Object.keys(to).length > 1) return action;
  return to.paused ? 'token.pause' : 'token.resume';
}

/** "paused the token". An action of a later version has no words here, so its raw name is shown. */
export const saysOf = (entry: Pick<Entry, 'action' | 'details'>): string => {
  const action = actionOf(entry);
  return words[action]?.says ?? `did “${action}” to`;
};

interface Scheduled {
  readonly at?: string;
  readonly parts?: readonly Part[];
}

/** `for 27 Dec 2026: field “Zip” becomes required`, for a scheduled change. `day` writes the day of a time. */
export function scheduledWords({ action, details }: Pick<Entry, 'action' | 'details'>, day: (at: string) => string) {
  const [{ at, parts = [] } = {}] = (details.changes ?? []) as readonly Scheduled[];
  if (action !== 'campaign.announce_change' || at === undefined) return undefined;
  const what = parts.map((part) => `${kindName(part.kind).toLowerCase()} “${part.label}” ${partWords(part)}`);
  return `for ${day(at)}${what.length > 0 ? `: ${what.join('; ')}` : ''}`;
}

/**
 * Whether the sentence names the object. It does not if the object is the actor, or the campaign that the entry names
 * anyway.
 */
export const namesObject = ({ action }: Entry): boolean => action !== 'session.create';

/** The name that people know the object by. A lead has the end of its id. */
export const nameOf = ({ object: { kind, id, name } }: Entry): string =>
  kind === 'lead' ? `lead …${(id ?? '').slice(-6)}` : (name ?? id ?? kinds[kind] ?? kind);

export const kindName = (kind: Kind): string => kinds[kind] ?? kind;
