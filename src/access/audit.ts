/** The audit log: who did what to which object, when and from where. It never contains secrets or values of leads. */
import type { DatabaseTransaction } from '../database/connection.ts';
import type { components } from '../generated/manage.ts';
import { newId } from '../ids/ids.ts';

/** The actions that the spec lists. Nothing else can be logged. */
export type AuditAction = components['schemas']['AuditAction'];
export type AuditObjectKind = components['schemas']['AuditObjectKind'];

export interface AuditEntry {
  readonly accountId: string;
  readonly actor: { readonly kind: 'member' | 'system'; readonly id: string | null; readonly name: string | null };
  readonly action: AuditAction;
  /** `name`: the name at this time, because the object may be gone later. */
  readonly object: { readonly kind: AuditObjectKind; readonly id: string | null; readonly name: string | null };
  /** Slug of the campaign that the object belongs to, if any. */
  readonly campaign?: string | null;
  readonly details?: Readonly<Record<string, unknown>>;
  /** The client's address. */
  readonly address: string | null;
}

/** Runs in the transaction of the change itself, so that there is no change without its row. */
export async function writeAudit(trx: DatabaseTransaction, entry: AuditEntry): Promise<void> {
  const at = new Date();
  await trx
    .insertInto('audit_log')
    .values({
      account_id: entry.accountId,
      id: newId(at.getTime()),
      at,
      actor_kind: entry.actor.kind,
      actor_id: entry.actor.id,
      actor_name: entry.actor.name,
      action: entry.action,
      object_kind: entry.object.kind,
      object_id: entry.object.id,
      object_name: entry.object.name,
      campaign: entry.campaign ?? null,
      details: JSON.stringify(entry.details ?? {}),
      address: entry.address,
    })
    .execute();
}
