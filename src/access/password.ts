/**
 * Passwords: hashed with argon2id (RFC 9106), checked in a time that does not tell whether there was anything to check
 * against. Nothing here logs or keeps one.
 */
import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** The least that OWASP asks of argon2id: 19 MiB, two passes, one lane. The library's default variant is argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

let nobody: Promise<string> | undefined;

/** `stored` is undefined for a member that does not exist: as much work is done, and the answer is false. */
export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(24).toString('base64url'));
  const right = await verify(stored ?? (await nobody), password);
  return right && stored !== undefined;
}

/** A password for a person to copy once: 120 random bits. */
export function newPassword(): string {
  return randomBytes(15).toString('base64url');
}
