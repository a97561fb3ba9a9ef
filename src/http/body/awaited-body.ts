/**
 * Bodies that a client holds back until it is told to go on (`Expect: 100-continue`, RFC 9110, 10.1.1). It is told when its body
 * begins to be read: a request that is refused before, for its token or its size, is spared sending it.
 */
import type { IncomingMessage } from 'node:http';

const waiting = new WeakMap<IncomingMessage, () => void>();

/** `goOn`: tells the client. */
export function awaitBody(request: IncomingMessage, goOn: () => void): void {
  waiting.set(request, goOn);
}

/** To be called before a body is read, however often. */
export function letBodyCome(request: IncomingMessage): void {
  waiting.get(request)?.();
  waiting.delete(request);
}
