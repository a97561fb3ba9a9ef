/**
 * The accounts at a start: creates the first owner if there is nobody who can sign in, and on a new embedded database the
 * demo too, in one transaction. Shows secrets on a terminal. Without a terminal, standard output is a log, so it writes them
 * to files in the data directory. A generated password is shown only once.
 */
import { sql } from 'kysely';
import { writeAudit } from './access/audit.ts';
import { createAccount, hasMembers } from './access/members.ts';
import { newPassword } from './access/password.ts';
import { createVault, type Vault } from './access/vault.ts';
import { bannerText } from './banner.ts';
import type { Config } from './config.ts';
import { connect, type Database } from './database/connection.ts';
import type { Layout } from './database/distribution.ts';
import { tryAgain } from './database/try-again.ts';
import { demoAccount } from './demo/demo-account.ts';
import { type DemoVendor, demoAccountId, findDemoVendors, seedDemo } from './demo/seed.ts';
import { firstSolarLead, solarDk } from './demo/solar-dk.ts';
import { fillKeyColumns } from './leads/store/campaign-wide/fill-keys.ts';
import { writeSecretFile } from './secret-files.ts';

interface MadeOwner {
  readonly email: string;
  /** Absent if the operator has set it. */
  readonly password: string | undefined;
  /** The file with the password, if the password must not be printed. */
  readonly passwordFile: string | undefined;
}

const defaultEmail = 'owner@example.com';

interface Start {
  readonly now: Date;
  /** Whether a person reads the output, and no log keeps it. */
  readonly onTerminal: boolean;
}

/**
 * Returns the text to print once the service is ready. `database` must be migrated. Any number of instances may call this at
 * once.
 */
export async function prepareAccounts(
  config: Config,
  database: { readonly url: string; readonly layout: Layout; readonly secretKeys: readonly Buffer[] },
  start: Start,
): Promise<string> {
  const connection = connect({ ...database, connections: 2, onError: () => undefined });
  try {
    const vault = createVault(database.secretKeys);
    const owner = await tryAgain(() => makeFirstOwner(connection.db, vault, config, start));
    await fillKeyColumns(connection.db);
    const vendors = config.demo ? await findDemoVendors(connection.db, vault) : [];
    if (vendors.length > 0) return await demoText(config, owner, vendors, start);
    return owner ? ownerText(config, owner) : '';
  } finally {
    await connection.close();
  }
}

function makeFirstOwner(
  db: Database,
  vault: Vault,
  config: Config,
  { now, onTerminal }: Start,
): Promise<MadeOwner | undefined> {
  return db.transaction().execute(async (trx) => {
    // If two instances start at once, the second waits here, and then finds the owner of the first.
    await sql`lock table accounts in exclusive mode`.execute(trx);
    if (await hasMembers(trx)) return undefined;
    const { email = defaultEmail, password } = config.admin;
    const usedPassword = password ?? newPassword();
    const account = config.demo ? { id: demoAccountId, name: demoAccount.name } : { name: 'My account' };
    const { accountId } = await createAccount(trx, { ...account, email, ownerName: 'Owner', password: usedPassword });
    await writeAudit(trx, {
      accountId,
      actor: { kind: 'system', id: null, name: null },
      action: 'account.create',
      object: { kind: 'account', id: accountId, name: account.name },
      details: { owner: email },
      address: null,
    });
    if (config.demo) await seedDemo(trx, vault, now);
    if (password !== undefined) return { email, password: undefined, passwordFile: undefined };
    // Inside the transaction, so that no owner is left whose password nobody can read.
    const passwordFile = onTerminal
      ? undefined
      : await writeSecretFile(config.dataDir, 'owner-password', `${usedPassword}\n`);
    return { email, password: usedPassword, passwordFile };
  });
}

async function demoText(
  config: Config,
  owner: MadeOwner | undefined,
  vendors: readonly DemoVendor[],
  { onTerminal }: Start,
): Promise<string> {
  const email = owner?.email ?? config.admin.email ?? defaultEmail;
  const text = bannerText({
    url: config.publicUrl,
    email,
    password: onTerminal ? owner?.password : undefined,
    campaignSlug: solarDk.slug,
    createBody: firstSolarLead,
    vendors: vendors.map(({ docsId, ...vendor }) => ({ ...vendor, docsUrl: `${config.publicUrl}/docs/${docsId}` })),
  });
  if (onTerminal) return text;
  const lines = [
    `Leadspec is ready at ${config.publicUrl}`,
    `The console: ${config.publicUrl}/console`,
    owner?.passwordFile
      ? `Sign in there as ${email}, with the password in ${owner.passwordFile} (written this once)`
      : `Sign in there as ${email}`,
    // Each start writes this file again, only for convenience, so a full disk must not stop the service.
    await writeSecretFile(config.dataDir, 'demo.txt', text).then(
      (file) => `The tokens of the demo's vendors, and lines to paste: ${file}`,
      (error: Error) => `The tokens of the demo's vendors are only in the console. ${error.message}`,
    ),
  ];
  return `\n${lines.map((line) => `  ${line}\n`).join('')}\n`;
}

function ownerText({ publicUrl }: Config, { email, password, passwordFile }: MadeOwner): string {
  const how = passwordFile
    ? `with the password in ${passwordFile} (written this once)`
    : password === undefined
      ? 'with the password that you set'
      : `with the password ${password} (shown this once)`;
  return `\n  Leadspec is ready at ${publicUrl}\n  The first owner is ${email}, ${how}.\n\n`;
}
