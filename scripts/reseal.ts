/**
 * `npm run reseal`: seals every data key again, under the newest of LEADSPEC_SECRET_KEYS, so that an older one can be taken
 * out of the setting afterwards. No token changes. Sessions that an older key has signed end when it is taken out.
 */
import { reseal } from '../src/access/vault.ts';
import { CommandError, withDatabase } from './with-database.ts';

await withDatabase(async ({ db, secretKeys }) => {
  const count = await reseal(db, secretKeys).catch((error: Error) => {
    throw error.message.includes('LEADSPEC_SECRET_KEYS') ? new CommandError(`${error.message}.`) : error;
  });
  process.stdout.write(`${count === 1 ? '1 data key was' : `${count} data keys were`} sealed under the newest key.\n`);
});
