/**
 * Line 20: a documentation address cannot be derived from anything that a vendor knows: not from tokens, ids, slugs, times or
 * other addresses. Other people never see it, and a nearly correct address does not work.
 */
import { createHash, createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestToken } from '../../support/campaigns.ts';
import { startVendors, type Vendors } from '../../support/vendors.ts';

let v: Vendors;
let tokens: TestToken[];
beforeAll(async () => {
  v = await startVendors();
  tokens = await Promise.all(Array.from({ length: 60 }, () => v.token({ filter: 'Vendor XYZ' })));
});
afterAll(() => v.stop());

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

test('addresses have 128 bits that nothing orders: tokens made one after the other share no part of them', () => {
  const ids = tokens.map(({ docsId }) => docsId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z2-7]{26}$/);
  // Eight characters in common are 40 bits, which happens by chance in one of some 30 million runs.
  for (let from = 0; from <= 18; from += 1)
    expect(new Set(ids.map((id) => id.slice(from, from + 8))).size).toBe(ids.length);
  // Every character of the alphabet occurs. A time or a counter in the address would leave some out.
  expect(new Set(ids.join('')).size).toBe(alphabet.length);
});

test('no digest of what a vendor knows is one', () => {
  for (const { id, secret, docsId } of tokens.slice(0, 20)) {
    const known = [
      id,
      id.replaceAll('-', ''),
      secret,
      secret.slice(4),
      secret.slice(0, 12),
      v.campaign.slug,
      v.campaign.id,
    ];
    const digests = known.flatMap((text) =>
      ['md5', 'sha1', 'sha256', 'sha512'].flatMap((hash) => [
        createHash(hash).update(text).digest(),
        createHmac(hash, secret).update(text).digest(),
        createHmac(hash, id).update(text).digest(),
      ]),
    );
    const raw = [Buffer.from(id.replaceAll('-', ''), 'hex'), Buffer.from(secret)];
    for (const bytes of [...digests, ...raw]) {
      expect(base32(bytes)).not.toContain(docsId.slice(0, 8));
      expect(docsId).not.toBe(bytes.toString('hex').slice(0, 26));
    }
  }
});

test('one that differs in a character, is cut, longer, or in another case than it is, is not there', async () => {
  const { docsId } = v.tokens.xyz;
  const statusOf = async (id: string) => (await fetch(`${v.server.url}/docs/${id}/openapi.json`)).status;
  expect(await statusOf(docsId)).toBe(200);
  const other = (at: number) => {
    const character = docsId[at] === 'a' ? 'b' : 'a';
    return `${docsId.slice(0, at)}${character}${docsId.slice(at + 1)}`;
  };
  const near = [...[0, 12, 24].map(other), docsId.slice(0, -1), `${docsId}a`, docsId.slice(1), '', '%00', '*'];
  for (const id of near) expect([id, await statusOf(id)]).toEqual([id, 404]);
  expect(await statusOf(v.tokens.xyz.secret)).toBe(404);
});

test("a token's pages hold no address of another token", async () => {
  const others = [v.tokens.nordic, v.tokens.whole, v.tokens.broad, ...tokens].map(({ docsId }) => docsId);
  const texts = await Promise.all([
    v.xyz.get('/').then(({ text }) => text),
    v.xyz.get('/v1/campaigns').then(({ text }) => text),
    ...['', '/openapi.json', '/postman.json', '/changelog', '/changelog.atom'].map(async (suffix) =>
      (await fetch(`${v.server.url}/docs/${v.tokens.xyz.docsId}${suffix}`)).text(),
    ),
  ]);
  for (const text of texts) for (const id of others) expect(text.includes(id)).toBe(false);
});
