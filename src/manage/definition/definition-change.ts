/**
 * A change of a campaign's definition on behalf of a member: role, account, revision, the change itself, and its audit
 * row, in one transaction. Every handler that changes a definition goes through here.
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

/** The campaign, if it is one of the member's account; else 404. */
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
  /** For the audit log. It begins with the kind of thing that is changed. */
  readonly action: Extract<AuditAction, `${AuditObjectKind}.${string}`>;
  /** Refuses by throwing; what has no `changes` leaves neither revision nor audit row. */
  readonly apply: (trx: DatabaseTransaction, campaign: Campaign) => Promise<Applied<T>>;
}

export interface Applied<T> {
  readonly result: T;
  readonly changes: readonly Change[];
  /** Key, value or id of the thing that was changed. */
  readonly id: string;
  /** Its label or name, once it is changed. */
  readonly name: string;
}

/**
 * In a transaction of its own, or in that of `context.db` where it is one. Refuses with 403 `insufficient_role`, 404, 409 `stale`,
 * or what `apply` throws.
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

/** What a PATCH has changed, as entries of `changes`; none where all is as it was. */
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
