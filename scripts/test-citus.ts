/**
 * `npm run test:citus [-- <paths>]`: runs tests on a Citus cluster. LEADSPEC_TEST_CITUS_URL is a database on its coordinator in which the
 * nodes are registered, as a superuser of each of them. The nodes need `max_prepared_transactions` and `max_connections` of 200 or more, and
 * `citus.node_conninfo = 'sslmode=disable'`, because some tests read what passes between them. Without a cluster, this says that the tests
 * were skipped.
 */
import { spawnSync } from 'node:child_process';

/** The suites that are about the database. The others, such as those in a browser, do not touch what differs on a cluster. */
const suites = ['leads', 'attack', 'manage', 'limits', 'campaign', 'access', 'fault', 'cluster'].map(
  (suite) => `test/${suite}/`,
);

const coordinator = process.env.LEADSPEC_TEST_CITUS_URL;
if (coordinator === undefined) {
  console.log('citus: skipped, because LEADSPEC_TEST_CITUS_URL names no cluster');
} else {
  const given = process.argv.slice(2);
  const { status } = spawnSync('npm', ['test', '--silent', '--', ...(given.length > 0 ? given : suites)], {
    stdio: 'inherit',
    env: { ...process.env, LEADSPEC_TEST_CLUSTER: coordinator },
  });
  process.exitCode = status ?? 1;
}
