/**
 * Seals token secrets so that *Show* can reveal them but a dump of the database cannot: AES-256-GCM under a data key, which
 * is itself sealed under the newest of LEADSPEC_SECRET_KEYS. The token's id is the associated data, so a sealed secret that
 * is moved to another token does not open.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Database, DatabaseTransaction } from '../database/connection.ts';
import { newId } from '../ids/ids.ts';
import { openBytes, sealBytes } from './aes-gcm.ts';

export interface Sealed {
  readonly sealed: Buffer;
  readonly dataKeyId: string;
}

export interface Vault {
  seal(db: Database | DatabaseTransaction, tokenId: string, secret: string): Promise<Sealed>;
  open(db: Database | DatabaseTransaction, tokenId: string, sealed: Sealed): Promise<string>;
}

/** Throws if another key or other associated data sealed these bytes, or if they were altered. */
function mustOpen(key: Buffer, sealed: Buffer, associated: string): Buffer {
  const plain = openBytes(key, sealed, associated);
  if (!plain)
    throw new Error(`the sealed bytes of ${associated} do not open: they were altered, or belong to something else`);
  return plain;
}

/** Identifies the sealing key of a data key without revealing the sealing key. */
function checkOf(key: Buffer): string {
  return createHash('sha256').update('leadspec key check').update(key).digest('hex').slice(0, 16);
}

const keyColumns = ['id', 'wrapped', 'key_check'] as const;

/** `secretKeys`: 32 bytes each, newest first. */
export function createVault(secretKeys: readonly Buffer[]): Vault {
  const [newest] = secretKeys;
  if (!newest) throw new Error('at least one sealing key is needed');
  const known = new Map<string, Buffer>();

  const unwrap = (row: { id: string; wrapped: Buffer; key_check: string }): Buffer => {
    const key = secretKeys.find((candidate) => checkOf(candidate) === row.key_check);
    if (!key) throw new Error(`no key of LEADSPEC_SECRET_KEYS opens data key ${row.id}: an older key is missing`);
    const plain = mustOpen(key, row.wrapped, row.id);
    known.set(row.id, plain);
    return plain;
  };

  /** The newest data key under the newest sealing key. Created if it does not exist yet. */
  const current = async (db: Database | DatabaseTransaction): Promise<{ id: string; key: Buffer }> => {
    const row = await db
      .selectFrom('data_keys')
      .select(keyColumns)
      .where('key_check', '=', checkOf(newest))
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (row) return { id: row.id, key: known.get(row.id) ?? unwrap(row) };
    const id = newId();
    const key = randomBytes(32);
    await db
      .insertInto('data_keys')
      .values({ id, wrapped: sealBytes(newest, key, id), key_check: checkOf(newest), created_at: new Date() })
      .execute();
    return { id, key };
  };

  return {
    async seal(db, tokenId, secret) {
      const { id, key } = await current(db);
      return { sealed: sealBytes(key, Buffer.from(secret), tokenId), dataKeyId: id };
    },
    async open(db, tokenId, { sealed, dataKeyId }) {
      const key =
        known.get(dataKeyId) ??
        unwrap(
          await db.selectFrom('data_keys').select(keyColumns).where('id', '=', dataKeyId).executeTakeFirstOrThrow(),
        );
      return mustOpen(key, sealed, tokenId).toString();
    },
  };
}

/** Seals every data key again under the newest sealing key (`npm run reseal`). Returns their number. */
export async function reseal(db: Database, secretKeys: readonly Buffer[]): Promise<number> {
  const [newest] = secretKeys;
  if (!newest) throw new Error('at least one sealing key is needed');
  return db.transaction().execute(async (trx) => {
    const rows = await trx.selectFrom('data_keys').select(keyColumns).forUpdate().execute();
    const old = rows.filter((row) => row.key_check !== checkOf(newest));
    for (const row of old) {
      const key = secretKeys.find((candidate) => checkOf(candidate) === row.key_check);
      if (!key) throw new Error(`no key of LEADSPEC_SECRET_KEYS opens data key ${row.id}: an older key is missing`);
      const wrapped = sealBytes(newest, mustOpen(key, row.wrapped, row.id), row.id);
      await trx
        .updateTable('data_keys')
        .set({ wrapped, key_check: checkOf(newest) })
        .where('id', '=', row.id)
        .execute();
    }
    return old.length;
  });
}
