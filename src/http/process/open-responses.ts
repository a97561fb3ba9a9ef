/**
 * The responses that are not finished, by connection. One set of all of them would be slower: V8 keeps what was ever in a set that
 * lives long, and moves each request with everything that it leads to into the old generation.
 */
import type { Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

export interface OpenResponses {
  /** Notes the response of a new request. */
  note(response: ServerResponse): void;
  /** The unfinished responses of one connection, or of all. */
  of(connection?: Duplex): readonly ServerResponse[];
}

export function watchResponses(server: Server): OpenResponses {
  /** Nearly always one for a connection, and at most those of requests that were sent without waiting. */
  const responses = new Map<Duplex, ServerResponse[]>();
  server.on('connection', (connection: Duplex) => {
    responses.set(connection, []);
    connection.once('close', () => responses.delete(connection));
  });
  return {
    note(response) {
      const known = responses.get(response.req.socket);
      if (!known) return;
      if (known.every(isFinished)) known.length = 0;
      known.push(response);
    },
    of: (connection) =>
      (connection ? (responses.get(connection) ?? []) : [...responses.values()].flat()).filter(
        (one) => !isFinished(one),
      ),
  };
}

const isFinished = ({ closed, writableFinished }: ServerResponse): boolean => closed || writableFinished;
