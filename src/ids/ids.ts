/** Ids: UUIDv7 (RFC 9562, 5.7) for objects, 128 random bits in base32 for documentation addresses. */
import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { fewRandomBytes } from './random.ts';

/** A new UUIDv7 in lower case; `at` is the time inside it (milliseconds since the epoch). */
export function newId(at: number = Date.now()): string {
  return v7({ msecs: at, random: fewRandomBytes(16) });
}

const base32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** 128 random bits as 26 characters of base32 (RFC 4648, 6; lower case, no padding). */
export function newDocsId(): string {
  let bits = 0n;
  for (const byte of randomBytes(16)) bits = (bits << 8n) | BigInt(byte);
  bits <<= 2n;
  let text = '';
  for (let shift = 125n; shift >= 0n; shift -= 5n) text += base32[Number((bits >> shift) & 31n)];
  return text;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * A UUID as JSON Schema defines it (draft 2020-12, Validation, 7.3.5). The library of formats also accepts URNs; this does
 * not.
 */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/** The smallest UUIDv7 with the time `at`: no id from `at` on is below it. Times outside of 48 bits are clamped. */
export function firstIdAt(at: number): string {
  const hex = Math.min(Math.max(at, 0), 2 ** 48 - 1)
    .toString(16)
    .padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

/** The time inside an id, in milliseconds. */
export function timeOfId(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
}
