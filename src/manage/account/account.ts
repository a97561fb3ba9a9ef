/** The account itself: its name, which vendors read in their documents and only owners change, and the colour of its pages. */
import { sql } from 'kysely';
import { writeAudit } from '../../access/audit.ts';
import { noteAccountName } from '../../access/token-settings.ts';
import { isDistributed } from '../../database/citus-dialect.ts';
import type { DatabaseTransaction } from '../../database/connection.ts';
import type { ManageHandler } from '../context.ts';
import { changesBetween } from '../definition/definition-change.ts';
import { actorOf, requireEditor, requireOwner } from '../role.ts';

export const updateAccount: ManageHandler<'updateAccount'> = async ({ body }, context) => {
  if (body.name === undefined) requireEditor(context);
  else requireOwner(context, 'rename the account');
  const { db, member } = context;
  const id = member.accountId;
  const before = { name: member.accountName, color: member.accountColor };
  const after = { ...before, ...body, ...(body.color && { color: body.color.toLowerCase() }) };
  const [change] = changesBetween('account_changed', {}, before, after);
  if (change) {
    await db.transaction().execute(async (trx) => {
      await trx.updateTable('accounts').set(after).where('id', '=', id).execute();
      if (after.name !== before.name) {
        await renewDocuments(trx, id);
        await noteAccountName(trx, id, before.name);
      }
      await writeAudit(trx, {
        ...actorOf(context),
        action: 'account.update',
        object: { kind: 'account', id, name: after.name },
        details: { from: change.from, to: change.to },
      });
    });
  }
  return { status: 200, body: { id, ...after, has_logo: member.hasLogo } };
};

/**
 * The name stands in the documents of every campaign. A new epoch keeps them from being served from caches with the old name.
 */
async function renewDocuments(trx: DatabaseTransaction, accountId: string): Promise<void> {
  // Locked in order, so that two of them never deadlock. On a cluster no statement locks rows of several nodes in order: there one of
  // two is ended and runs again.
  const renewed = isDistributed(trx)
    ? sql`select c.id from campaigns c where c.account_id = ${accountId}`
    : sql`
      select h.campaign_id from campaign_heads h join campaigns c on c.id = h.campaign_id
      where c.account_id = ${accountId} order by h.campaign_id for update of h`;
  await sql`update campaign_heads set epoch = epoch + 1 where campaign_id in (${renewed})`.execute(trx);
}
