/** Checks roles: owners and admins change things, only owners give and take roles, viewers read. Refuses with 403. */
import type { AuditEntry } from '../access/audit.ts';
import { refuse } from '../problem/problem.ts';
import type { ManageContext } from './context.ts';

/** Refuses viewers. */
export function requireEditor({ member }: Pick<ManageContext, 'member'>): void {
  if (member.role === 'viewer') {
    throw refuse('insufficient_role', 'You may look at this, but not change it: your role is viewer.');
  }
}

/** Refuses viewers: the audit log is for owners and admins, who are responsible for the account. */
export function requireAuditor({ member }: Pick<ManageContext, 'member'>): void {
  if (member.role === 'viewer') {
    throw refuse('insufficient_role', 'The audit log is for owners and admins: your role is viewer.');
  }
}

/** Refuses everybody except owners. `what` they may not do, such as "give roles". */
export function requireOwner({ member }: Pick<ManageContext, 'member'>, what: string): void {
  if (member.role !== 'owner') {
    throw refuse('insufficient_role', `Only an owner may ${what}: your role is ${member.role}.`);
  }
}

const confirmedFor = 15 * 60 * 1_000;

/** The time until which secrets are shown without asking for the password again; milliseconds since the epoch. */
export const confirmedUntil = ({ confirmedAt }: ManageContext['session']): number => confirmedAt + confirmedFor;

/**
 * Refuses a member who did not give the password within the last 15 minutes, so that a session left open reveals no secret.
 */
export function requireConfirmed({ session }: Pick<ManageContext, 'session'>, now = Date.now()): void {
  if (now > confirmedUntil(session)) {
    throw refuse('confirmation_required', 'Confirm your password first: it was last given more than 15 minutes ago.');
  }
}

/** The part of an audit row that says who acts, and from which address. */
export function actorOf({
  member,
  address,
}: Pick<ManageContext, 'member' | 'address'>): Pick<AuditEntry, 'accountId' | 'actor' | 'address'> {
  return {
    accountId: member.accountId,
    actor: { kind: 'member', id: member.id, name: member.name },
    address,
  };
}
