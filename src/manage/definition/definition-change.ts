/**
 * Changes a campaign's definition for a member: checks role, account and revision, makes the change, and writes its audit
 * row, all in one transaction. Every handler that changes a definition uses it.
 */
import { isDeepStrictEqual } from 'node:util';
import { type AuditAction, type AuditObjectKind, writeAudit } from '../../access/audit.ts';
import type { Campaign } from '../../campaign/definition.ts';
import { loadCampaign } from '../../campaign/load.ts';
import { type Change, type Revised, reviseWithin } from '../../campaign/revise.ts';
import type { Database, DatabaseTransaction } from '../../database/connection.ts';
import { notFound } from '../../problem/problem.ts';
import type { DefinitionContext } from '../context.ts';
import { actorOf, requireEditor } from '../role.ts';
import { readIfMatch } from './revision-tag.ts';

/** The campaign, if it belongs to the member's account. Throws 404 otherwise. */
export async function findCampaign(
  { db, member }: Pick<DefinitionContext, 'db' | 'member'>,
  slug: string,
): Promise<Campaign> {
  const campaign = await loadCampaign(db, { slug });
  if (campaign?.accountId !== member.accountId) throw notFound('campaign');
  return campaign;
}

export interface DefinitionChange<T> {
  readonly path: { readonly slug: string };
  readonly headers: unknown;
  /** For the audit log. Begins with the kind of the changed object. */
  readonly action: Extract<AuditAction, `${AuditObjectKind}.${string}`>;
  /** Throws to refuse. Without `changes`, there is neither a revision nor an audit row. */
  readonly apply: (trx: DatabaseTransaction, campaign: Campaign) => Promise<Applied<T>>;
}

export interface Applied<T> {
  readonly result: T;
  readonly changes: readonly Change[];
  /** Key, value or id of the changed object. */
  readonly id: string;
  /** The object's label or name after the change. */
  readonly name: string;
}

/**
 * Runs in a new transaction, or in that of `context.db` if it is one. Refuses with 403 `insufficient_role`, 404, 409 `stale`,
 * or as `apply` does.
 */
export async function changeDefinition<T>(
  context: DefinitionContext,
  change: DefinitionChange<T>,
): Promise<Revised<T>> {
  requireEditor(context);
  const ifRevisions = readIfMatch(change.headers);
  const { id: campaignId } = await findCampaign(context, change.path.slug);
  const run = (trx: DatabaseTransaction) =>
    reviseWithin(trx, {
      campaignId,
      changedBy: context.member.id,
      ifRevisions,
      noteDocuments: context.noteDocuments,
      async apply(_, campaign) {
        const applied = await change.apply(trx, campaign);
        if (applied.changes.length > 0) {
          await writeAudit(trx, {
            ...actorOf(context),
            action: change.action,
            object: { kind: kindOf(change.action), id: applied.id, name: applied.name },
            campaign: campaign.slug,
            details: { changes: applied.changes },
          });
        }
        return applied;
      },
    });
  return isTransaction(context.db) ? run(context.db) : context.db.transaction().execute(run);
}

const isTransaction = (db: Database): db is DatabaseTransaction => db.isTransaction;

const kindOf = (action: string) => action.split('.')[0] as AuditObjectKind;

/** The difference that a PATCH makes, as entries of `changes`; empty if nothing changed. */
export function changesBetween<T extends object>(
  kind: string,
  id: Record<string, unknown>,
  before: T,
  after: T,
): Change[] {
  const keys = (Object.keys(after) as (keyof T)[]).filter((key) => !isDeepStrictEqual(before[key], after[key]));
  if (keys.length === 0) return [];
  const pick = (from: T) => Object.fromEntries(keys.map((key) => [key, from[key]]));
  return [{ kind, ...id, from: pick(before), to: pick(after) }];
}
