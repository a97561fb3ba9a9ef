/**
 * A Citus cluster that was made outside of this repository, for `npm run test:citus`. The tests make their databases on each of its
 * nodes, and need a role that may do so.
 */
import { distribute } from '../../../src/database/distribute.ts';
import { migrate } from '../../../src/database/migrate.ts';
import { databaseUrl } from '../database.ts';
import { ask } from './proxy.ts';

/** Few shards: each is a table with thirty indexes, and each test database has all of them. */
const shards = 4;

/** The addresses of all nodes, the coordinator's first. `coordinator`: a database in which the nodes are registered. */
export async function nodesOf(coordinator: string): Promise<readonly string[]> {
  const rows = await ask<{ nodename: string; nodeport: number }>(
    coordinator,
    `select nodename, nodeport from pg_dist_node where noderole = 'primary' and isactive and groupid <> 0 order by nodeid`,
  );
  const workers = rows.map(({ nodename, nodeport }) => {
    const url = new URL(coordinator);
    [url.hostname, url.port] = [nodename, String(nodeport)];
    return url.href;
  });
  return [coordinator, ...workers];
}

/** Makes a database on each node, migrated (up to a migration), with all nodes registered and no table distributed. Returns its address on the coordinator. */
export async function makeClusterDatabase(coordinator: string, name: string, upTo?: string): Promise<string> {
  const nodes = await nodesOf(coordinator);
  for (const node of nodes) {
    await ask(node, `drop database if exists ${name} with (force)`);
    await ask(node, `create database ${name}`);
    await ask(databaseUrl(node, name), 'create extension citus');
  }
  const url = databaseUrl(coordinator, name);
  const [host, ...workers] = nodes.map((node) => new URL(node));
  await ask(url, `select citus_set_coordinator_host('${host?.hostname}', ${host?.port})`);
  for (const { hostname, port } of workers) {
    const register = () => ask(url, `select citus_add_node('${hostname}', ${port})`);
    // Citus may begin to work on a new database, and end a connection, in the same moment.
    await register().catch(register);
  }
  await migrate(url, upTo);
  return url;
}

export async function dropClusterDatabase(coordinator: string, name: string): Promise<void> {
  for (const node of await nodesOf(coordinator)) await ask(node, `drop database if exists ${name} with (force)`);
}

/** Makes `template_for_tests` on each node: migrated and distributed. Returns the addresses of the nodes. */
export async function makeClusterTemplate(coordinator: string): Promise<readonly string[]> {
  const name = 'template_for_tests';
  await distribute(await makeClusterDatabase(coordinator, name), { shards, onStep: () => undefined });
  // A database is copied only while nobody is connected, and Citus itself connects to every database that uses it.
  const nodes = await nodesOf(coordinator);
  for (const node of nodes) {
    await ask(node, `alter database ${name} with allow_connections false`);
    await ask(node, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
  }
  return nodes;
}
