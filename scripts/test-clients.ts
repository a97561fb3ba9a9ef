/**
 * `npm run test:clients -- [--only PHP,Go]`: makes the clients of `docs/clients.md` by the commands of that page, compiles them, and
 * runs them against the service. Says which were skipped, for want of a tool, and ends with 1 where one does not do what it should.
 */
import { parseArgs } from 'node:util';
import { makeClients } from '../test/clients/make.ts';
import setUp from '../test/support/jest/global-setup.ts';
import tearDown from '../test/support/jest/global-teardown.ts';

const { values } = parseArgs({ options: { only: { type: 'string' }, keep: { type: 'boolean', default: false } } });
const counts = { right: 0, wrong: 0, skipped: 0 };
await setUp();
await makeClients({
  only: values.only?.split(','),
  keep: values.keep,
  tell({ heading, outcome, seconds, said }) {
    counts[outcome] += 1;
    process.stdout.write(
      `${outcome.padEnd(8)}${heading} (${seconds} s)\n${said.replace(/^(?=.)/gm, '    ').replace(/(.)$/, '$1\n')}`,
    );
  },
});
await tearDown();
process.stdout.write(`clients: ${counts.right} right, ${counts.wrong} wrong, ${counts.skipped} skipped\n`);
process.exitCode = counts.wrong > 0 ? 1 : 0;
