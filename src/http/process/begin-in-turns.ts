/**
 * Starts requests in turns between their senders, for a few milliseconds in each round of the event loop, so that a burst of
 * one sender holds up nobody else. Requests with the same `Authorization`, or without one from the same address, have one
 * sender. Rejects nothing.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/** Milliseconds in each round of the event loop during which requests are started. */
const startingMs = 4;

type Begun = readonly [request: IncomingMessage, response: ServerResponse];

export function beginInTurns(begin: RequestListener, now: () => number = () => performance.now()): RequestListener {
  /** Waiting requests by sender. The first sender is next. */
  const waiting = new Map<string, Begun[]>();
  /** When the first request of this round was started. */
  let roundBegan: number | undefined;

  const isOver = (): boolean => {
    if (roundBegan !== undefined) return now() - roundBegan > startingMs;
    roundBegan = now();
    setImmediate(nextRound);
    return false;
  };

  const nextRound = () => {
    roundBegan = undefined;
    while (waiting.size > 0 && !isOver()) {
      const [[sender, line] = ['', []]] = waiting;
      waiting.delete(sender);
      const first = line.shift();
      if (line.length > 0) waiting.set(sender, line);
      // A client that is gone gets no response, and `close` has fired already, so nothing would clean up after its request.
      if (first && !first[1].closed) begin(...first);
    }
  };

  return (request, response) => {
    if (waiting.size === 0 && !isOver()) return begin(request, response);
    const sender = request.headers.authorization ?? request.socket.remoteAddress ?? '';
    const line = waiting.get(sender);
    if (line) line.push([request, response]);
    else waiting.set(sender, [[request, response]]);
  };
}
