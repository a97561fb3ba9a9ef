/**
 * Who can sign in after a start: the first owner is made when there is nobody, and on a new embedded database the demo
 * with it, in one transaction. What a person must know is printed; a password that was made here is printed this once.
 */
import { sql } from 'kysely';
import { writeAudit } from './access/audit.ts';
import { createAccount, hasMembers } from './access/members.ts';
import { newPassword } from './access/password.ts';
import { createVault, type Vault } from './access/vault.ts';
import { bannerText } from './banner.ts';
import type { Config } from './config.ts';
import { connect, type Database } from './database/connection.ts';
import { demoAccount } from './demo/demo-account.ts';
import { type DemoVendor, demoAccountId, findDemoVendors, seedDemo } from './demo/seed.ts';
import { firstSolarLead, solarDk } from './demo/solar-dk.ts';
import { fillKeyColumns } from './leads/store/fill-key-columns.ts';

export interface PreparedAccounts {
  /** The owner that this start made. */
  readonly owner: { readonly email: string; readonly password: string; readonly wasMade: boolean } | undefined;
  readonly vendors: readonly DemoVendor[];
}

const defaultEmail = 'owner@example.com';

/** `database`: migrated already. Any number of instances may call this at once. */
export async function prepareAccounts(
  config: Config,
  database: { readonly url: string; readonly secretKeys: readonly Buffer[] },
  now: Date,
): Promise<PreparedAccounts> {
  const connection = connect({ url: database.url, connections: 2, onError: () => undefined });
  try {
    const vault = createVault(database.secretKeys);
    const owner = await makeFirstOwner(connection.db, vault, config, now);
    await fillKeyColumns(connection.db);
    return { owner, vendors: config.demo ? await findDemoVendors(connection.db, vault) : [] };
  } finally {
    await connection.close();
  }
}

function makeFirstOwner(db: Database, vault: Vault, config: Config, now: Date): Promise<PreparedAccounts['owner']> {
  return db.transaction().execute(async (trx) => {
    // Of two instances that start at once, the second waits here and then finds the first one's owner.
    await sql`lock table accounts in exclusive mode`.execute(trx);
    if (await hasMembers(trx)) return undefined;
    const { email = defaultEmail, password } = config.admin;
    const made = password ?? newPassword();
    const account = config.demo ? { id: demoAccountId, name: demoAccount.name } : { name: 'My account' };
    const { accountId } = await createAccount(trx, { ...account, email, ownerName: 'Owner', password: made });
    await writeAudit(trx, {
      accountId,
      actor: { kind: 'system', id: null, name: null },
      action: 'account.create',
      object: { kind: 'account', id: accountId, name: account.name },
      details: { owner: email },
      address: null,
    });
    if (config.demo) await seedDemo(trx, vault, now);
    return { email, password: made, wasMade: password === undefined };
  });
}

/** What is printed once the service is ready. */
export function startText(config: Config, { owner, vendors }: PreparedAccounts): string {
  const email = owner?.email ?? config.admin.email ?? defaultEmail;
  const password = owner?.wasMade ? owner.password : undefined;
  if (vendors.length > 0) {
    return bannerText({
      url: config.publicUrl,
      email,
      password,
      campaignSlug: solarDk.slug,
      createBody: firstSolarLead,
      vendors: vendors.map(({ docsId, ...vendor }) => ({ ...vendor, docsUrl: `${config.publicUrl}/docs/${docsId}` })),
    });
  }
  if (!owner) return '';
  const shown =
    password === undefined ? 'with the password that you set' : `with the password ${password} (shown this once)`;
  return `\n  Leadspec is ready at ${config.publicUrl}\n  The first owner is ${email}, ${shown}.\n\n`;
}
