/**
 * Passwords: hashed with argon2id (RFC 9106). A check takes the same time whether the member exists or not. Nothing here logs
 * or stores a password.
 */
import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** The minimum that OWASP recommends for argon2id: 19 MiB, two passes, one lane. It is the library's default variant. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

let decoy: Promise<string> | undefined;

/** `stored` is undefined for a member that does not exist. The check then does the same work, and returns false. */
export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(24).toString('base64url'));
  const right = await verify(stored ?? (await decoy), password);
  return right && stored !== undefined;
}

/** A password for a person to copy once: 120 random bits. */
export function newPassword(): string {
  return randomBytes(15).toString('base64url');
}
