/**
 * Seals bytes with AES-256-GCM (NIST SP 800-38D): nonce, tag, ciphertext, in this order. The associated data is not stored.
 * Sealed bytes that were altered, or that belong to other associated data, do not open.
 */
import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import { fewRandomBytes } from '../ids/random.ts';

const cipher = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

/** `key`: 32 bytes. */
export function sealBytes(key: Buffer | KeyObject, plain: Buffer | string, associated: string): Buffer {
  const nonce = fewRandomBytes(nonceLength);
  const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(associated));
  const body = typeof plain === 'string' ? sealing.update(plain, 'utf8') : sealing.update(plain);
  const rest = sealing.final();
  return Buffer.concat([nonce, sealing.getAuthTag(), body, rest]);
}

/** `undefined` if the key or the associated data differs, or if the bytes were altered or cut. */
export function openBytes(key: Buffer | KeyObject, sealed: Buffer, associated: string): Buffer | undefined {
  const bodyAt = nonceLength + tagLength;
  if (sealed.length < bodyAt) return undefined;
  const opening = createDecipheriv(cipher, key, sealed.subarray(0, nonceLength), { authTagLength: tagLength });
  opening.setAAD(Buffer.from(associated)).setAuthTag(sealed.subarray(nonceLength, bodyAt));
  try {
    return Buffer.concat([opening.update(sealed.subarray(bodyAt)), opening.final()]);
  } catch {
    return undefined;
  }
}
