/**
 * Cursors: encrypted and authenticated (AES-256-GCM, NIST SP 800-38D), and bound to the token, the campaign, the token's filter and
 * the list's own parameters. One that was altered, or that belongs elsewhere, is refused with 400. No two are alike and all of a
 * kind are of one length: a place in the change feed counts all that happens in the campaign, which its reader must not learn.
 */
import { createSecretKey, hash, hkdfSync } from 'node:crypto';
import { openBytes, sealBytes } from '../access/aes-gcm.ts';
import type { Grant } from '../access/grant.ts';
import { refuse } from '../problem/problem.ts';

export interface CursorSeal {
  /** `binding`: what the cursor belongs to; `place`: where the next page begins. */
  seal(binding: string, place: readonly string[]): string;
  /** Throws 400 `invalid_cursor`. */
  open(binding: string, cursor: string): readonly string[];
}

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
      const filled = text.padEnd(Math.ceil(text.length / block) * block);
      return sealBytes(newest, filled, binding).toString('base64url');
    },
    open(binding, cursor) {
      const bytes = Buffer.from(cursor, 'base64url');
      // Decoding passes over what does not belong: only the one spelling is the cursor that was given.
      const isWhole = bytes.toString('base64url') === cursor;
      for (const key of isWhole ? keys : []) {
        const place = openBytes(key, bytes, binding);
        if (place) return JSON.parse(place.toString()) as string[];
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

/** What a cursor belongs to: the token, the campaign, its scope, and what decides which things come in which order. */
export function bindingOf({ actor, campaign, scope }: Grant, rest: unknown): string {
  return fingerprint([actor.id, campaign.id, scope, rest]);
}

export function fingerprint(value: unknown): string {
  return hash('sha256', JSON.stringify(value), 'base64');
}
