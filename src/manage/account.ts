/** The account itself: its name, which vendors read in their documents. Owners alone change it. */
import { sql } from 'kysely';
import { writeAudit } from '../access/audit.ts';
import type { ManageHandler } from './context.ts';
import { actorOf, requireOwner } from './role.ts';

export const updateAccount: ManageHandler<'updateAccount'> = async ({ body }, context) => {
  requireOwner(context, 'change the account');
  const { db, member } = context;
  const { accountId: id, accountName: before } = member;
  const { name = before } = body;
  if (name !== before) {
    await db.transaction().execute(async (trx) => {
      await trx.updateTable('accounts').set({ name }).where('id', '=', id).execute();
      // The name stands in the documents of every campaign: none may be answered from a cache that has the old one.
      await sql`
        update campaign_heads set epoch = epoch + 1 where campaign_id in (
          select h.campaign_id from campaign_heads h join campaigns c on c.id = h.campaign_id
          where c.account_id = ${id} order by h.campaign_id for update of h)`.execute(trx);
      await writeAudit(trx, {
        ...actorOf(context),
        action: 'account.update',
        object: { kind: 'account', id, name },
        details: { from: { name: before }, to: { name } },
      });
    });
  }
  return { status: 200, body: { id, name } };
};
