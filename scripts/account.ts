/**
 * `npm run account -- create --name "Acme" --email owner@acme.example`: another account with its owner. The password is
 * printed once. Accounts know nothing of each other, but that a slug is taken.
 */
import { parseArgs } from 'node:util';
import { createFurtherAccount } from '../src/manage/further-account.ts';
import { CommandError, withDatabase } from './with-database.ts';

const usage = 'Use: npm run account -- create --name <name of the account> --email <address of its owner>';

function readArguments(): { name: string; email: string } {
  try {
    const options = { name: { type: 'string' }, email: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const { name, email } = values;
    if (positionals.join() === 'create' && name?.trim() && email && /^[^\s@]+@[^\s@]+$/.test(email)) {
      return { name: name.trim(), email };
    }
  } catch {
    // An option that does not exist is answered like everything else that is wrong.
  }
  throw new CommandError(usage);
}

await withDatabase(async ({ db, config }) => {
  const account = readArguments();
  const owner = await createFurtherAccount(db, account);
  if (!owner) throw new CommandError(`A member has the e-mail address ${account.email} already.`);
  process.stdout.write(
    `The account "${account.name}" was made. Sign in at ${config.publicUrl} as ${account.email} with the password\n\n` +
      `  ${owner.password}\n\nIt is shown this once.\n`,
  );
});
