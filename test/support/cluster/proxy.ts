/**
 * A proxy between the nodes of a cluster and one worker, for the tests of lost connections. It is registered in place of the worker.
 */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import pg from 'pg';

export interface WorkerProxy {
  /** The worker's group, as in `pg_dist_shard_placement`. */
  readonly group: number;
  /** Cuts each connection that sends this text to the worker, before the text arrives; `undefined`: no more. */
  cutAt(text: string | undefined): void;
  /** How many connections were cut. */
  readonly cuts: number;
  /** Cuts all connections, and refuses new ones until `bringBack`. */
  takeAway(): void;
  bringBack(): void;
  stop(): void;
}

/** Puts a proxy in front of the first worker of the database's cluster. */
export async function proxyWorker(databaseUrl: string): Promise<WorkerProxy> {
  const [worker] = await ask<{ nodeid: number; groupid: number; nodename: string; nodeport: number }>(
    databaseUrl,
    'select nodeid, groupid, nodename, nodeport from pg_dist_node where groupid <> 0 order by nodeid limit 1',
  );
  if (!worker) throw new Error('the cluster has no worker');
  const [setting] = await ask<{ value: string }>(databaseUrl, `select current_setting('citus.node_conninfo') as value`);
  if (!setting?.value.includes('sslmode=disable'))
    throw new Error(`the proxy must be able to read: set citus.node_conninfo = 'sslmode=disable' on each node`);
  const sockets = new Set<Socket>();
  let [text, cuts, isAway] = [undefined as string | undefined, 0, false];
  const server = createServer((fromNode) => {
    const toWorker = connect(worker.nodeport, worker.nodename);
    const end = () => {
      fromNode.destroy();
      toWorker.destroy();
    };
    for (const socket of [fromNode, toWorker]) {
      sockets.add(socket);
      socket.on('error', end).on('close', () => {
        sockets.delete(socket);
        end();
      });
    }
    if (isAway) return end();
    fromNode.on('data', (data) => {
      if (text !== undefined && data.includes(text)) {
        cuts += 1;
        return end();
      }
      toWorker.write(data);
    });
    toWorker.pipe(fromNode);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await ask(databaseUrl, `select citus_update_node(${worker.nodeid}, '127.0.0.1', ${port})`);
  await ask(databaseUrl, 'select start_metadata_sync_to_all_nodes()');
  return {
    group: worker.groupid,
    cutAt(of) {
      text = of;
    },
    get cuts() {
      return cuts;
    },
    takeAway() {
      isAway = true;
      for (const socket of sockets) socket.destroy();
    },
    bringBack() {
      isAway = false;
    },
    stop() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** The group of the node that has the campaign. */
export async function groupOf(databaseUrl: string, campaignId: string): Promise<number> {
  const [row] = await ask<{ groupid: number }>(
    databaseUrl,
    `select p.groupid from pg_dist_placement p where p.shardid = get_shard_id_for_distribution_column('leads', '${campaignId}'::uuid)`,
  );
  return row?.groupid ?? -1;
}

export async function ask<Row extends object>(url: string, question: string): Promise<Row[]> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(question)).rows;
  } finally {
    await client.end();
  }
}
