/**
 * `npm run distribute`: moves the tables of a database to their places on a Citus cluster. `--shards 32`: in how many parts the
 * campaigns are divided. `--check`: only says whether everything is in its place. Stop all instances first. A run that was
 * stopped half-way is repeated, and goes on where it ended.
 */
import { parseArgs } from 'node:util';
import { readConfig } from '../src/config.ts';
import { checkCluster, distribute } from '../src/database/distribute.ts';
import { asCommand, CommandError } from './with-database.ts';

const usage = 'Use: npm run distribute -- [--shards <number from 1 to 1024>] [--check]';

function readArguments(): { shards: number; check: boolean } {
  try {
    const options = { shards: { type: 'string', default: '32' }, check: { type: 'boolean', default: false } } as const;
    const { values } = parseArgs({ options });
    const shards = Number(values.shards);
    if (Number.isInteger(shards) && shards >= 1 && shards <= 1_024) return { shards, check: values.check };
  } catch {
    // An option that does not exist is answered like everything else that is wrong.
  }
  throw new CommandError(usage);
}

await asCommand(async () => {
  const { shards, check } = readArguments();
  const { databaseUrl } = readConfig();
  if (databaseUrl === undefined)
    throw new CommandError(
      'Set DATABASE_URL to the database on the coordinator. The embedded PostgreSQL has no Citus.',
    );
  if (!check) {
    const done = await distribute(databaseUrl, { shards, onStep: (step) => console.log(`${step} …`) });
    if (done === 0) console.log('Nothing was left to do.');
  }
  const { facts, faults } = await checkCluster(databaseUrl);
  for (const fact of facts) console.log(fact);
  if (faults.length > 0) throw new CommandError(faults.join('\n'));
  console.log('Everything is in its place.');
});
