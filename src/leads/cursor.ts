/**
 * Cursors: opaque, authenticated (HMAC-SHA-256), and bound to the token, the campaign, the token's filter and the list's
 * own parameters. One that was altered, or that belongs elsewhere, is refused with 400.
 */
import { createHmac, createSecretKey, hash, hkdfSync, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { Grant } from '../access/grant.ts';
import { refuse } from '../problem/problem.ts';

export interface CursorSeal {
  /** `binding`: what the cursor belongs to; `place`: where the next page begins. */
  seal(binding: string, place: readonly string[]): string;
  /** Throws 400 `invalid_cursor`. */
  open(binding: string, cursor: string): readonly string[];
}

const macLength = 16;

/** `secretKeys`: newest first; an older one still opens what it sealed. */
export function createCursorSeal(secretKeys: readonly Buffer[]): CursorSeal {
  // As key objects: of bytes Node would make one each time.
  const keys = secretKeys.map((key) =>
    createSecretKey(Buffer.from(hkdfSync('sha256', key, '', 'leadspec cursor', 32))),
  );
  const [newest] = keys;
  if (!newest) throw new Error('at least one sealing key is needed');
  const mac = (key: KeyObject, binding: string, place: string) =>
    createHmac('sha256', key).update(binding).update('\0').update(place).digest().subarray(0, macLength);
  return {
    seal(binding, place) {
      const text = JSON.stringify(place);
      return Buffer.concat([mac(newest, binding, text), Buffer.from(text)]).toString('base64url');
    },
    open(binding, cursor) {
      const bytes = Buffer.from(cursor, 'base64url');
      const text = bytes.subarray(macLength).toString();
      const given = bytes.subarray(0, macLength);
      // Decoding passes over what does not belong: only the one spelling is the cursor that was given.
      const whole = given.length === macLength && bytes.toString('base64url') === cursor;
      if (whole && keys.some((key) => timingSafeEqual(mac(key, binding, text), given)))
        return JSON.parse(text) as string[];
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
