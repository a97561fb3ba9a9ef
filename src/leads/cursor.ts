/**
 * Cursors: encrypted and authenticated (AES-256-GCM, NIST SP 800-38D), and bound to the token, the campaign, the token's filter and
 * the list's own parameters. One that was altered, or that belongs elsewhere, is refused with 400. No two are alike and all of a
 * kind are of one length: a place in the change feed counts all that happens in the campaign, which its reader must not learn.
 */
import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hash,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { Grant } from '../access/grant.ts';
import { refuse } from '../problem/problem.ts';

export interface CursorSeal {
  /** `binding`: what the cursor belongs to; `place`: where the next page begins. */
  seal(binding: string, place: readonly string[]): string;
  /** Throws 400 `invalid_cursor`. */
  open(binding: string, cursor: string): readonly string[];
}

const cipher = 'aes-256-gcm';
const [nonceLength, tagLength] = [12, 16];
/** What is sealed is filled up to a multiple of so many bytes. */
const block = 48;

/** `secretKeys`: newest first; an older one still opens what it sealed. */
export function createCursorSeal(secretKeys: readonly Buffer[]): CursorSeal {
  // As key objects: of bytes Node would make one each time.
  const keys = secretKeys.map((key) =>
    createSecretKey(Buffer.from(hkdfSync('sha256', key, '', 'leadspec cursor', 32))),
  );
  const [newest] = keys;
  if (!newest) throw new Error('at least one sealing key is needed');
  return {
    seal(binding, place) {
      const text = JSON.stringify(place);
      const nonce = randomBytes(nonceLength);
      const sealing = createCipheriv(cipher, newest, nonce).setAAD(Buffer.from(binding));
      const sealed = [sealing.update(text.padEnd(Math.ceil(text.length / block) * block)), sealing.final()];
      return Buffer.concat([nonce, sealing.getAuthTag(), ...sealed]).toString('base64url');
    },
    open(binding, cursor) {
      const bytes = Buffer.from(cursor, 'base64url');
      // Decoding passes over what does not belong: only the one spelling is the cursor that was given.
      const isWhole = bytes.length > nonceLength + tagLength && bytes.toString('base64url') === cursor;
      for (const key of isWhole ? keys : []) {
        const text = opened(key, binding, bytes);
        if (text !== undefined) return JSON.parse(text) as string[];
      }
      throw refuse('invalid_cursor', 'The cursor is not one that was given for this token and these parameters.', {
        errors: [
          {
            parameter: 'cursor',
            code: 'invalid_cursor',
            detail:
              '`cursor` must be a `next_cursor` of this operation as it was given, with the same other parameters.',
          },
        ],
      });
    },
  };
}

/** `undefined` where the key or the binding is another, or something was altered. */
function opened(key: KeyObject, binding: string, bytes: Buffer): string | undefined {
  const [tagAt, textAt] = [nonceLength, nonceLength + tagLength];
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, tagAt), { authTagLength: tagLength });
  opening.setAAD(Buffer.from(binding)).setAuthTag(bytes.subarray(tagAt, textAt));
  try {
    return Buffer.concat([opening.update(bytes.subarray(textAt)), opening.final()]).toString();
  } catch {
    return undefined;
  }
}

/** What a cursor belongs to: the token, the campaign, its scope, and what decides which things come in which order. */
export function bindingOf({ actor, campaign, scope }: Grant, rest: unknown): string {
  return fingerprint([actor.id, campaign.id, scope, rest]);
}

export function fingerprint(value: unknown): string {
  return hash('sha256', JSON.stringify(value), 'base64');
}
