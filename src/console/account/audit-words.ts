/** What an entry of the audit log says, as a sentence's end: "revealed the token Vendor XYZ". */
import type { Shape } from '../api/client.ts';

const verbs: Readonly<Record<string, string>> = {
  create: 'created',
  update: 'changed',
  delete: 'deleted',
  remove: 'removed',
  invite: 'made an invitation link for',
  accept_invitation: 'accepted the invitation as',
  reset_password: 'reset the password of',
  change_password: 'changed the password of',
  end: 'ended a session of',
  order: 'ordered the fields of',
  archive: 'archived',
  reveal: 'revealed',
  rotate: 'rotated',
  rotate_docs_url: 'changed the documentation address of',
  revoke: 'revoked',
  restore: 'restored an earlier revision of',
};

const nouns: Readonly<Record<string, string>> = { duplicate_rule: 'rule on duplicates', token: 'token' };

export function wordsOf({ action, object }: Shape<'AuditEntry'>): string {
  const [kind = '', verb = ''] = action.split('.');
  if (action === 'session.create') return 'signed in';
  const noun = nouns[object.kind] ?? object.kind;
  const spoken = verbs[verb] ?? verb.replaceAll('_', ' ');
  if (kind === 'vendor') return `took in the vendor ${object.name ?? object.id ?? ''}`;
  return `${spoken} the ${noun} ${object.name ?? object.id ?? ''}`.trim();
}

/** "token.reveal" → "Token: reveal". */
export function labelOfAction(action: string): string {
  const [kind = '', verb = ''] = action.split('.');
  const told = kind.replaceAll('_', ' ');
  return `${told.charAt(0).toUpperCase()}${told.slice(1)}: ${verb.replaceAll('_', ' ')}`;
}
