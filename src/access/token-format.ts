/**
 * The form of an API token: `lsp_`, 32 random bytes in base62 (43 characters), 6 characters of CRC-32 in base62. The checksum
 * lets secret scanners and this service recognise a mistyped token without a look-up.
 */
import { hash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const form = /^lsp_([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/;

function base62(value: bigint, length: number): string {
  let text = '';
  for (let rest = value; rest > 0n; rest /= 62n) text = alphabet.charAt(Number(rest % 62n)) + text;
  return text.padStart(length, '0');
}

const checksum = (body: string): string => base62(BigInt(crc32(body)), 6);

/** A new secret; `random` is for tests. */
export function newSecret(random: Buffer = randomBytes(32)): string {
  const body = base62(BigInt(`0x${random.toString('hex')}`), 43);
  return `lsp_${body}${checksum(body)}`;
}

/** Whether the text has the form of a token and a checksum that fits. */
export function isWellFormedSecret(text: string): boolean {
  const match = form.exec(text);
  return match !== null && checksum(match[1] ?? '') === match[2];
}

/** The value that is stored and looked up: SHA-256. A secret of 256 random bits needs no salt and no slow hash. */
export function hashSecret(secret: string): Buffer {
  return hash('sha256', secret, 'buffer');
}

/** The visible start, which identifies a token to people and in logs: `lsp_` and six characters. */
export function prefixOf(secret: string): string {
  return secret.slice(0, 10);
}
