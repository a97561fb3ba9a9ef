/** The audit log: who did what to which thing, when and from where. Never a secret, never a lead's values. */
import type { DatabaseTransaction } from '../database/connection.ts';
import { newId } from '../ids/ids.ts';

export interface AuditEntry {
  readonly accountId: string;
  readonly actor: { readonly kind: 'member' | 'system'; readonly id: string | null; readonly name: string | null };
  /** Verb and noun, such as `token.reveal`. */
  readonly action: string;
  readonly object: { readonly kind: string; readonly id: string | null };
  readonly details?: Readonly<Record<string, unknown>>;
  /** The client's address. */
  readonly address: string | null;
}

/** Written in the transaction of the change itself: there is no change without its row. */
export async function writeAudit(trx: DatabaseTransaction, entry: AuditEntry): Promise<void> {
  await trx
    .insertInto('audit_log')
    .values({
      account_id: entry.accountId,
      id: newId(),
      at: new Date(),
      actor_kind: entry.actor.kind,
      actor_id: entry.actor.id,
      actor_name: entry.actor.name,
      action: entry.action,
      object_kind: entry.object.kind,
      object_id: entry.object.id,
      details: JSON.stringify(entry.details ?? {}),
      address: entry.address,
    })
    .execute();
}
