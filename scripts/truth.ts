/**
 * `npm run truth -- --campaigns 3000 --seed 7`: holds many random documents against the service and tells every lie with
 * its seed. 300 campaigns and 70 requests each when nothing is said; each document is linted as well. The document of the
 * Management API is held against the service too, by `--manage` requests, 2,000 when nothing is said.
 */
import { parseArgs } from 'node:util';
import { lint } from '../test/support/documents/lint.ts';
import setUp from '../test/support/jest/global-setup.ts';
import tearDown from '../test/support/jest/global-teardown.ts';
import { startServer } from '../test/support/server.ts';
import { tellManageTruth } from '../test/truth/manage.ts';
import { tellTruth } from '../test/truth/truth.ts';

const { values } = parseArgs({
  options: {
    campaigns: { type: 'string', default: '300' },
    requests: { type: 'string', default: '70' },
    manage: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
  },
});
const plan = {
  seed: Number(values.seed),
  campaigns: Number(values.campaigns),
  requestsEach: Number(values.requests),
  inspect: lint,
};

await setUp();
const server = await startServer();
const began = performance.now();
const { lies, exceptions, ...report } = await tellTruth(server, plan);
const manage = await tellManageTruth(server, { seed: plan.seed, requests: Number(values.manage) });
const seconds = Math.round((performance.now() - began) / 1_000);
await server.stop();
await tearDown();
const all = [...lies, ...manage.lies];
for (const lie of all) process.stdout.write(`${lie}\n\n`);
process.stdout.write(
  `${JSON.stringify({ ...report, exceptions, manage: { ...manage, lies: manage.lies.length }, lies: all.length, first_seed: plan.seed, seconds })}\n`,
);
process.exitCode = all.length > 0 ? 1 : 0;
