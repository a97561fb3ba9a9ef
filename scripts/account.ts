/**
 * `npm run account -- create --name "Acme" --email owner@acme.example`: another account with its owner.
 * `npm run account -- reset-password --email owner@acme.example`: a new password for a member who has lost theirs; with `--name`
 * for the account of that name, where the address is a member's in several.
 * The password is printed once. Accounts know nothing of each other, but that a slug is taken.
 */
import { parseArgs } from 'node:util';
import { tryAgain } from '../src/database/try-again.ts';
import { createFurtherAccount } from '../src/manage/account/further-account.ts';
import { resetPassword } from '../src/manage/account/lost-password.ts';
import { CommandError, type OpenedForCommand, withDatabase } from './with-database.ts';

const usage =
  'Use: npm run account -- create --name <name of the account> --email <address of its owner>\n' +
  '     npm run account -- reset-password --email <address of the member> [--name <name of the account>]';

type Command =
  | { action: 'create'; name: string; email: string }
  | { action: 'reset-password'; name: string | undefined; email: string };

function readArguments(): Command {
  try {
    const options = { name: { type: 'string' }, email: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const { name, email } = values;
    const action = positionals.join();
    if (email && /^[^\s@]+@[^\s@]+$/.test(email)) {
      if (action === 'create' && name?.trim()) return { action, name: name.trim(), email };
      if (action === 'reset-password') return { action, name: name?.trim(), email };
    }
  } catch {
    // An option that does not exist is answered like everything else that is wrong.
  }
  throw new CommandError(usage);
}

async function run({ db, config }: OpenedForCommand, command: Command): Promise<void> {
  const { email, name } = command;
  const made =
    command.action === 'create'
      ? await tryAgain(() => createFurtherAccount(db, command))
      : await tryAgain(() => resetPassword(db, email, name));
  if ('accounts' in made)
    throw new CommandError(
      made.accounts.length === 0
        ? `No member has the e-mail address ${email}.`
        : `Say with --name which account is meant: ${made.accounts.map((one) => `"${one}"`).join(', ')}.`,
    );
  const done =
    command.action === 'create' ? `The account "${command.name}" was made.` : 'The old password is no longer valid.';
  process.stdout.write(
    `${done} Sign in at ${config.publicUrl} as ${email} with the password\n\n` +
      `  ${made.password}\n\nIt is shown this once.\n`,
  );
}

await withDatabase((opened) => run(opened, readArguments()));
