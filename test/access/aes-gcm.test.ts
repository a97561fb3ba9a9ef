/** Sealed bytes open with their key and associated data alone, and only as they were sealed. */
import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { openBytes, sealBytes } from '../../src/access/aes-gcm.ts';

const key = randomBytes(32);
const sealed = sealBytes(key, 'a secret', 'token 7');

test('sealed bytes open with the same key and associated data, and no two are alike', () => {
  expect(openBytes(key, sealed, 'token 7')?.toString()).toBe('a secret');
  expect(sealBytes(key, 'a secret', 'token 7').equals(sealed)).toBe(false);
});

test('another key or other associated data does not open them', () => {
  expect(openBytes(randomBytes(32), sealed, 'token 7')).toBeUndefined();
  expect(openBytes(key, sealed, 'token 8')).toBeUndefined();
});

test('no byte of them can be altered or cut', () => {
  for (let at = 0; at < sealed.length; at += 1) {
    const altered = Buffer.from(sealed);
    altered[at] = (altered[at] ?? 0) ^ 1;
    expect(openBytes(key, altered, 'token 7')).toBeUndefined();
    expect(openBytes(key, sealed.subarray(0, at), 'token 7')).toBeUndefined();
  }
});
