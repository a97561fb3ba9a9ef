/**
 * Begins requests so that very many that come at once hold up nobody: of each sender some, for a few milliseconds in each round of
 * the event loop. A sender is whoever has the same `Authorization`, or the same address without one. Rejects nothing.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/** Milliseconds in a round of the event loop for which requests are begun. */
const longest = 4;

type Begun = readonly [request: IncomingMessage, response: ServerResponse];

export function beginInTurns(begin: RequestListener, now: () => number = () => performance.now()): RequestListener {
  /** Requests that wait, by their sender; the sender whose turn it is first. */
  const waiting = new Map<string, Begun[]>();
  /** When the first request of this round was begun. */
  let roundBegan: number | undefined;

  const isOver = (): boolean => {
    if (roundBegan !== undefined) return now() - roundBegan > longest;
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
      // Whoever is gone hears no answer, and nobody would be told of the end of its request.
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
