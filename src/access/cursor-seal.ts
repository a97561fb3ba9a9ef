/**
 * Cursors of lists: opaque, sealed (`access/aes-gcm`), and bound to the list that they belong to. An altered cursor, or one that
 * belongs elsewhere, is refused with 400. No two cursors are equal, and all of a kind have the same length: a
 * place in the change feed counts all events of the campaign, which its reader must not learn.
 */
import { createSecretKey, hkdfSync } from 'node:crypto';
import { refuse } from '../problem/problem.ts';
import { openBytes, sealBytes } from './aes-gcm.ts';

export interface CursorSeal {
  /** `binding`: the list that the cursor belongs to. `place`: where the next page begins. */
  seal(binding: string, place: readonly string[]): string;
  /** Throws 400 `invalid_cursor`. */
  open(binding: string, cursor: string): readonly string[];
}

/** Places are padded to a multiple of this many bytes. */
const block = 48;

/** `secretKeys`: newest first. An older key still opens the cursors that it sealed. */
export function createCursorSeal(secretKeys: readonly Buffer[]): CursorSeal {
  // Key objects, because Node would make one of the bytes for each call.
  const keys = secretKeys.map((key) =>
    createSecretKey(Buffer.from(hkdfSync('sha256', key, '', 'leadspec cursor', 32))),
  );
  const [newest] = keys;
  if (!newest) throw new Error('at least one sealing key is required');
  return {
    seal(binding, place) {
      const text = JSON.stringify(place);
      const filled = text.padEnd(Math.ceil(text.length / block) * block);
      return sealBytes(newest, filled, binding).toString('base64url');
    },
    open(binding, cursor) {
      const bytes = Buffer.from(cursor, 'base64url');
      // Decoding skips foreign characters. Only the exact spelling is the cursor that was given.
      const isExact = bytes.toString('base64url') === cursor;
      for (const key of isExact ? keys : []) {
        const place = openBytes(key, bytes, binding);
        if (place) return JSON.parse(place.toString()) as string[];
      }
      throw refuse('invalid_cursor', 'The cursor does not belong to this token and these parameters.', {
        errors: [
          {
            parameter: 'cursor',
            code: 'invalid_cursor',
            detail:
              '`cursor` must be an unchanged `next_cursor` of this operation, sent with the same other parameters.',
          },
        ],
      });
    },
  };
}
