/** The look of an account's pages: its name, colour and logo. */
import { createHash } from 'node:crypto';
import type { Database, DatabaseTransaction } from '../database/connection.ts';

export interface Look {
  readonly name: string;
  /** `#rrggbb`, in lower case. */
  readonly color: string | null;
  /** Changes with the logo; null without one. */
  readonly logoHash: string | null;
}

export type LogoType = 'image/png' | 'image/jpeg' | 'image/webp';

export interface Logo {
  readonly type: LogoType;
  readonly image: Buffer;
  readonly hash: string;
}

export function lookOf(db: Database | DatabaseTransaction, accountId: string): Promise<Look> {
  return db
    .selectFrom('accounts')
    .leftJoin('account_logos', 'account_logos.account_id', 'accounts.id')
    .select(['accounts.name', 'accounts.color', 'account_logos.hash as logoHash'])
    .where('accounts.id', '=', accountId)
    .executeTakeFirstOrThrow();
}

export function findLogo(db: Database, accountId: string): Promise<Logo | undefined> {
  return db
    .selectFrom('account_logos')
    .select(['type', 'image', 'hash'])
    .where('account_id', '=', accountId)
    .executeTakeFirst();
}

export async function setLogo(
  trx: DatabaseTransaction,
  accountId: string,
  { type, image }: Pick<Logo, 'type' | 'image'>,
): Promise<void> {
  const row = { type, image, hash: createHash('sha256').update(image).digest('hex') };
  await trx
    .insertInto('account_logos')
    .values({ account_id: accountId, ...row })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(row))
    .execute();
}

/** Returns whether there was a logo. */
export async function removeLogo(trx: DatabaseTransaction, accountId: string): Promise<boolean> {
  const gone = await trx.deleteFrom('account_logos').where('account_id', '=', accountId).executeTakeFirst();
  return gone.numDeletedRows > 0n;
}
