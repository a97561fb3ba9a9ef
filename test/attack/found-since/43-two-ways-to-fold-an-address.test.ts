/**
 * Line 43: an e-mail address in letters that the database and JavaScript fold in different ways. Each member has only one
 * throttle.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { client, password, signUp, signUpMember } from '../../support/manage.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

const asks = async (email: string, secret: string) =>
  (await client(server).call('POST /session', { body: { email, password: secret } })).status;

/** İ (U+0130), K (the Kelvin sign), ſ (U+017F): letters that some ways of folding turn into i, k and s. */
const spellings: readonly ((email: string) => string)[] = [
  (email) => email,
  (email) => email.toUpperCase(),
  (email) => ` ${email} `,
  (email) => email.replace('i', '\u0130'),
  (email) => email.replace('k', '\u212a'),
  (email) => email.replace('s', '\u017f'),
];

test('every spelling that the database takes for a member counts for this member: ten wrong passwords, however they are spread', async () => {
  const owner = await signUp(server);
  await signUpMember(server, owner.accountId, 'viewer');
  const { db } = server.connection;
  const email = 'iris.kirk.smiths@example.com';
  await sql`update members set email = ${email} where role = 'viewer' and account_id = ${owner.accountId}`.execute(db);
  const meant: string[] = [];
  for (const spell of spellings) {
    const { rows } = await sql`select from members where lower(email) = lower(${spell(email).trim()})`.execute(db);
    if (rows.length > 0) meant.push(spell(email));
  }
  expect(meant.length).toBeGreaterThanOrEqual(4);

  const statuses: number[] = [];
  for (let i = 0; i < 14; i += 1) statuses.push(await asks(meant[i % meant.length] ?? '', 'wrong wrong wrong'));

  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429, 429, 429]);
  for (const spelling of meant) expect(await asks(spelling, password)).toBe(429);
});
