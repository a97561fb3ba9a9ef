/**
 * `npm run verdicts -- --changes 2000 --seed 7`: makes random changes of random campaigns and compares the changelog entry of each
 * with its effect on requests. Reports every lie with its seed.
 */
import { parseArgs } from 'node:util';
import setUp from '../test/support/jest/global-setup.ts';
import tearDown from '../test/support/jest/global-teardown.ts';
import { startServer } from '../test/support/server.ts';
import { tellVerdicts } from '../test/verdicts/verdicts.ts';

const { values } = parseArgs({
  options: {
    changes: { type: 'string', default: '200' },
    requests: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
  },
});
const changesEach = 20;
const began = performance.now();
await setUp();
const server = await startServer();
const plan = { seed: Number(values.seed), changesEach, requestsEach: Number(values.requests) };
const report = await tellVerdicts(server, { ...plan, campaigns: Math.ceil(Number(values.changes) / changesEach) });
await server.stop();
await tearDown();
for (const lie of report.lies) process.stdout.write(`${lie}\n\n`);
const seconds = Math.round((performance.now() - began) / 1_000);
process.stdout.write(`${JSON.stringify({ ...report, lies: report.lies.length, first_seed: plan.seed, seconds })}\n`);
process.exitCode = report.lies.length > 0 ? 1 : 0;
