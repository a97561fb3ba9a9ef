/**
 * Members of the account: listed, invited, changed, removed. Only owners give roles and remove members, and nobody else can
 * make an owner in any way. Refuses a change that would leave no owner with 409 `last_owner`.
 */
import { sql } from 'kysely';
import { type AuditAction, writeAudit } from '../../access/audit.ts';
import { invite } from '../../access/invitations.ts';
import { endSessions } from '../../access/sessions.ts';
import type { Database, DatabaseTransaction } from '../../database/connection.ts';
import { newId } from '../../ids/ids.ts';
import { notFound, refuse } from '../../problem/problem.ts';
import type { ManageContext, ManageHandler, Shape } from '../context.ts';
import { changesBetween } from '../definition/definition-change.ts';
import { actorOf, requireEditor, requireOwner } from '../role.ts';

function memberRows(db: Database | DatabaseTransaction, accountId: string) {
  return db
    .selectFrom('members')
    .leftJoin('invitations', 'invitations.member_id', 'members.id')
    .select(['members.id', 'members.name', 'members.email', 'members.role', 'members.created_at'])
    .select(['members.last_signed_in_at', 'invitations.expires_at'])
    .select(sql<boolean>`members.password_hash is not null`.as('active'))
    .where('members.account_id', '=', accountId)
    .where('members.removed_at', 'is', null)
    .where('members.email', 'is not', null)
    .$narrowType<{ email: string }>()
    .orderBy('members.id');
}

type Row = Awaited<ReturnType<ReturnType<typeof memberRows>['executeTakeFirstOrThrow']>>;

function toMember({ active, created_at, last_signed_in_at, expires_at, ...row }: Row): Shape<'ListedMember'> {
  return {
    ...row,
    state: active ? 'active' : 'invited',
    created_at: created_at.toISOString(),
    last_signed_in_at: last_signed_in_at?.toISOString() ?? null,
    invitation_expires_at: active ? null : (expires_at?.toISOString() ?? null),
  };
}

async function readMember(db: Database | DatabaseTransaction, context: ManageContext, id: string): Promise<Row> {
  const row = await memberRows(db, context.member.accountId).where('members.id', '=', id).executeTakeFirst();
  if (!row) throw notFound('member');
  return row;
}

export const listMembers: ManageHandler<'listMembers'> = async (_, { db, member }) => ({
  status: 200,
  body: { data: (await memberRows(db, member.accountId).execute()).map(toMember) },
});

const noStore = { 'Cache-Control': 'no-store' };

async function withLink(trx: DatabaseTransaction, context: ManageContext, id: string): Promise<Shape<'InvitedMember'>> {
  const secret = await invite(trx, id);
  const member = toMember(await readMember(trx, context, id));
  return { ...member, invitation_url: `${context.publicUrl}/console/invitations/${secret}` };
}

export const createMember: ManageHandler<'createMember'> = async ({ body }, context) => {
  requireEditor(context);
  if (body.role === 'owner') requireOwner(context, 'invite another owner');
  const { name, email, role } = body;
  const id = newId();
  const invited = await context.db.transaction().execute(async (trx) => {
    const inserted = await trx
      .insertInto('members')
      .values({
        id,
        account_id: context.member.accountId,
        email,
        name,
        role,
        password_hash: null,
        created_at: new Date(),
      })
      .onConflict((conflict) => conflict.expression(sql`lower(email), account_id`).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!inserted) {
      const detail = 'A member has this e-mail address already.';
      throw refuse('already_exists', detail, { errors: [{ pointer: '/email', code: 'already_exists', detail }] });
    }
    await record(trx, context, 'member.create', { id, name }, { email, role });
    return withLink(trx, context, id);
  });
  return { status: 201, headers: noStore, body: invited };
};

export const renewInvitation: ManageHandler<'renewInvitation'> = async ({ path }, context) => {
  requireEditor(context);
  const invited = await context.db.transaction().execute(async (trx) => {
    const row = await lockMember(trx, context, path.id);
    // The holder of the link becomes the member, so an admin must not get a link that leads to a role above admin.
    if (row.role === 'owner') requireOwner(context, 'invite another owner');
    if (row.active) throw refuse('invalid_request', 'The member has accepted the invitation already.');
    await record(trx, context, 'member.invite', row);
    return withLink(trx, context, row.id);
  });
  return { status: 200, headers: noStore, body: invited };
};

export const updateMember: ManageHandler<'updateMember'> = async ({ path, body }, context) => {
  requireEditor(context);
  const member = await context.db.transaction().execute(async (trx) => {
    const row = await lockMember(trx, context, path.id);
    const before = { name: row.name, role: row.role };
    const after = { ...before, ...body };
    if (after.role !== row.role) requireOwner(context, 'give roles');
    if (row.role === 'owner' && after.role !== 'owner') await refuseLastOwner(trx, context, row);
    const [change] = changesBetween('member_changed', {}, before, after);
    if (change) {
      // The person who created the link may not be allowed to give the new role, so the link ends.
      if (after.role !== row.role) await trx.deleteFrom('invitations').where('member_id', '=', row.id).execute();
      await trx.updateTable('members').set(after).where('id', '=', row.id).execute();
      await record(trx, context, 'member.update', { ...row, ...after }, { from: change.from, to: change.to });
    }
    return toMember({ ...row, ...after, expires_at: after.role === row.role ? row.expires_at : null });
  });
  return { status: 200, body: member };
};

export const deleteMember: ManageHandler<'deleteMember'> = async ({ path }, context) => {
  requireOwner(context, 'remove members');
  await context.db.transaction().execute(async (trx) => {
    const { id, name, role } = await lockMember(trx, context, path.id);
    if (role === 'owner') await refuseLastOwner(trx, context, { id });
    await trx.deleteFrom('invitations').where('member_id', '=', id).execute();
    await trx
      .updateTable('members')
      .set({ removed_at: new Date(), email: null, password_hash: null })
      .where('id', '=', id)
      .execute();
    await endSessions(trx, id);
    await record(trx, context, 'member.remove', { id, name });
  });
  return { status: 204 };
};

/** Changes of members take turns. If two owners demote each other, the second change finds that no other owner is left. */
async function lockMember(trx: DatabaseTransaction, context: ManageContext, id: string): Promise<Row> {
  await trx.selectFrom('accounts').select('id').where('id', '=', context.member.accountId).forNoKeyUpdate().execute();
  return readMember(trx, context, id);
}

/** Invited owners do not count, because they may never accept. */
async function refuseLastOwner(
  trx: DatabaseTransaction,
  { member }: ManageContext,
  { id }: { readonly id: string },
): Promise<void> {
  const others = await memberRows(trx, member.accountId)
    .where('members.role', '=', 'owner')
    .where('members.password_hash', 'is not', null)
    .where('members.id', '<>', id)
    .executeTakeFirst();
  if (!others) throw refuse('last_owner', 'No other owner of the account can sign in.');
}

function record(
  trx: DatabaseTransaction,
  context: ManageContext,
  action: AuditAction,
  { id, name }: { readonly id: string; readonly name: string },
  details: Record<string, unknown> = {},
): Promise<void> {
  return writeAudit(trx, { ...actorOf(context), action, object: { kind: 'member', id, name }, details });
}
