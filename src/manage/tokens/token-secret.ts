/**
 * The secret of a token, and its documentation address: revealed and replaced. Secrets need the role owner or admin and a
 * password given within 15 minutes, and leave an audit row each time. Only the response contains the secret.
 */
import { type AuditAction, writeAudit } from '../../access/audit.ts';
import { forgetStandings } from '../../access/token-settings.ts';
import { endPreviousSecrets, revealSecret, rotateSecret } from '../../access/tokens.ts';
import { forgetChangelogs } from '../../changelog/stored.ts';
import type { DatabaseTransaction } from '../../database/connection.ts';
import { newDocsId } from '../../ids/ids.ts';
import type { ManageContext, ManageHandler } from '../context.ts';
import { actorOf, requireConfirmed, requireEditor } from '../role.ts';
import { changeToken } from './change-token.ts';
import { readToken } from './create-token.ts';
import type { TokenRow } from './shown-token.ts';

const noStore = { 'Cache-Control': 'no-store' };

function record(
  trx: DatabaseTransaction,
  context: ManageContext,
  action: AuditAction,
  { id, name, slug }: Pick<TokenRow, 'id' | 'name' | 'slug'>,
  details: Record<string, unknown> = {},
): Promise<void> {
  const object = { kind: 'token', id, name } as const;
  return writeAudit(trx, { ...actorOf(context), action, object, campaign: slug, details });
}

export const revealToken: ManageHandler<'revealToken'> = async ({ path }, context) => {
  requireEditor(context);
  requireConfirmed(context);
  const secret = await changeToken(context, path.id, async (trx, { row }) => {
    await record(trx, context, 'token.reveal', row);
    return revealSecret(trx, context.vault, row.id);
  });
  return { status: 200, headers: noStore, body: { secret } };
};

export const rotateToken: ManageHandler<'rotateToken'> = async ({ path, body }, context) => {
  requireEditor(context);
  requireConfirmed(context);
  const grace = body.grace_seconds ?? 0;
  // The uses counted by this process so far were made with the secret that is about to be replaced.
  await context.writeUsage();
  const secret = await changeToken(context, path.id, async (trx, { row }) => {
    await record(trx, context, 'token.rotate', row, { grace_seconds: grace });
    return rotateSecret(trx, context.vault, row.id, grace);
  });
  return { status: 200, headers: noStore, body: { secret } };
};

export const endPreviousSecret: ManageHandler<'endPreviousSecret'> = async ({ path }, context) => {
  await changeToken(context, path.id, async (trx, { row }) => {
    if (await endPreviousSecrets(trx, row.id)) await record(trx, context, 'token.end_previous_secret', row);
  });
  return { status: 204 };
};

export const rotateDocsUrl: ManageHandler<'rotateDocsUrl'> = async ({ path }, context) => {
  const token = await changeToken(context, path.id, async (trx, { row, campaign }) => {
    await trx
      .updateTable('tokens')
      .set((eb) => ({ docs_id: newDocsId(), version: eb('version', '+', 1) }))
      .where('id', '=', row.id)
      .execute();
    // The reader of the new address may be somebody else, so its changelog starts with the new address.
    await forgetStandings(trx, row.id);
    await forgetChangelogs(trx, row.id);
    await record(trx, context, 'token.rotate_docs_url', row);
    return readToken(context, trx, row.id, campaign);
  });
  return { status: 200, body: token };
};
