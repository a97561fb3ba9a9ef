/**
 * One attack, in a process of its own: so many connections, each of which sends again as soon as it was answered, or never
 * reads. It gets a description of the requests, and reports the answers in the end.
 */
import { Agent, type ClientRequest, request } from 'node:http';
import { newSecret } from '../../src/access/token-format.ts';

export interface Attack {
  readonly name: string;
  readonly connections: number;
  readonly unread?: boolean;
  readonly send: {
    readonly method?: string;
    readonly path: string;
    /** `unknown token`: another one with each request. */
    readonly headers: Readonly<Record<string, string>> | 'unknown token';
    readonly body?: Uint8Array | undefined;
  };
}

/** Milliseconds until a connection that was refused sends again: as a client that knows no better. */
const pause = 20;

process.once('message', ({ origin, attack }: { origin: string; attack: Attack }) => {
  const statuses = new Map<number, number>();
  const open = new Set<ClientRequest>();
  const agent = new Agent({ keepAlive: attack.unread !== true, maxSockets: attack.connections });
  let over = false;

  const send = () => {
    if (over) return;
    const { method = 'GET', path, headers, body } = attack.send;
    const own = headers === 'unknown token' ? { authorization: `Bearer ${newSecret()}` } : headers;
    const length = body ? { 'content-length': String(body.length) } : {};
    let refused = false;
    const sent = request(`${origin}${path}`, { agent, method, headers: { ...own, ...length } }, (response) => {
      const status = response.statusCode ?? 0;
      refused = status >= 400;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (attack.unread !== true) response.resume();
      else if (refused) response.destroy();
    });
    open.add(sent);
    sent.on('error', () => undefined);
    sent.on('close', () => {
      open.delete(sent);
      setTimeout(send, refused ? pause : 0);
    });
    sent.end(body);
  };
  for (let i = 0; i < attack.connections; i += 1) send();

  process.once('message', () => {
    over = true;
    for (const sent of open) sent.destroy();
    agent.destroy();
    process.send?.([...statuses].map(([status, count]) => `${count} × ${status}`).join(', '));
  });
});
