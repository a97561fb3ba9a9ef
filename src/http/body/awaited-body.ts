/**
 * Bodies that a client holds back until the server says so (`Expect: 100-continue`, RFC 9110, 10.1.1). The server says so
 * when it starts to read the body. A request that is refused earlier, for its token or its size, need not send its body.
 */
import type { IncomingMessage } from 'node:http';

const waiting = new WeakMap<IncomingMessage, () => void>();

/** `goOn`: sends the client `100 Continue`. */
export function awaitBody(request: IncomingMessage, goOn: () => void): void {
  waiting.set(request, goOn);
}

/** Call this before reading a body. Further calls have no effect. */
export function letBodyCome(request: IncomingMessage): void {
  waiting.get(request)?.();
  waiting.delete(request);
}
