/**
 * A balancer in front of several instances, as HAProxy is with `option httpchk GET /readyz` and `check inter 500ms fall 1 rise 2`: it asks
 * each of them every half second, takes one out after one failure, and brings it back after two good answers. Requests go to
 * the instances in turn, on connections that are kept. A request whose connection was refused goes to the next instance; nothing
 * else is repeated.
 */
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const everyMs = 500;
const rise = 2;

interface Target {
  readonly url: string;
  readonly agent: Agent;
  /** Good answers in a row. */
  good: number;
}

export interface Balancer {
  readonly url: string;
  /** Whether the instance gets requests. */
  isIn(url: string): boolean;
  stop(): Promise<void>;
}

export async function startBalancer(urls: readonly string[]): Promise<Balancer> {
  const targets: readonly Target[] = urls.map((url) => ({ url, agent: new Agent({ keepAlive: true }), good: rise }));
  let [stopping, turn] = [false, 0];

  const check = async (target: Target) => {
    while (!stopping) {
      const status = await fetch(`${target.url}/readyz`, { signal: AbortSignal.timeout(everyMs * 4) }).then(
        async (response) => {
          await response.arrayBuffer();
          return response.status;
        },
        () => 0,
      );
      target.good = status === 200 ? target.good + 1 : 0;
      await sleep(everyMs);
    }
  };
  const checks = targets.map(check);

  const forward = (
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    body: Buffer,
    tried: readonly Target[],
  ): void => {
    const left = targets.filter((target) => target.good >= rise && !tried.includes(target));
    const target = left[turn++ % left.length];
    if (!target) {
      outgoing.writeHead(503).end('no instance');
      return;
    }
    const { method, url, headers } = incoming;
    const sent = request(`${target.url}${url}`, { agent: target.agent, method, headers }, (response) => {
      const { connection: _hop, ...rest } = response.headers;
      outgoing.writeHead(response.statusCode ?? 502, rest);
      response.pipe(outgoing);
    });
    sent.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') forward(incoming, outgoing, body, [...tried, target]);
      else if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(502).end(String(error));
    });
    sent.end(body);
  };

  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    forward(incoming, outgoing, Buffer.concat(chunks), []);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    isIn: (url) => targets.some((target) => target.url === url && target.good >= rise),
    async stop() {
      stopping = true;
      await Promise.all(checks);
      for (const { agent } of targets) agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
