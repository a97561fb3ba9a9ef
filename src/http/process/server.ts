/**
 * The HTTP server of one process: its limits, and how it drains. While it drains, each response closes its connection. No
 * accepted request is dropped before the grace time is over.
 */
import { createServer, type RequestListener } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { awaitBody } from '../body/awaited-body.ts';
import { beginInTurns } from './begin-in-turns.ts';
import { answerClientError, answerConnect } from './client-error.ts';
import { listen } from './listen.ts';
import { watchResponses } from './open-responses.ts';

export interface HttpServer {
  readonly port: number;
  /**
   * Accepts connections for `lingerMs` more, because a balancer needs a moment to learn from `/readyz` that the process is
   * stopping. Then refuses new connections, and resolves when the last request is answered, or after `graceMs` more.
   */
  drain(options: { lingerMs: number; graceMs: number }): Promise<void>;
}

export async function serveHttp(options: {
  app: RequestListener;
  host: string;
  port: number;
  publicUrl: string;
  isStopping: () => boolean;
  /** Milliseconds in which a whole request must arrive. */
  requestTimeout?: number;
  /** Milliseconds in which a client must read some more of its response. */
  stallTimeout?: number;
}): Promise<HttpServer> {
  const { requestTimeout = 30_000, stallTimeout = 30_000 } = options;
  const begin = beginInTurns(options.app);
  const server = createServer(
    {
      maxHeaderSize: 16 * 1024,
      requestTimeout,
      headersTimeout: Math.min(requestTimeout, 15_000),
      connectionsCheckingInterval: Math.min(requestTimeout, 2_000),
      // Longer than the minute for which balancers usually keep idle connections, so that they close first.
      keepAliveTimeout: 65_000,
    },
    (request, response) => {
      underWay.note(response);
      if (options.isStopping()) response.setHeader('Connection', 'close');
      begin(request, response);
    },
  );
  const underWay = watchResponses(server);
  // A client that does not read keeps parts of its response in memory. A response that is still being made is left alone.
  server.setTimeout(stallTimeout, (socket) => {
    const isMaking = underWay.of(socket).length > 0 && socket.writableLength === 0;
    if (!isMaking) socket.destroy();
  });
  server.on('checkContinue', (request, response) => {
    // A client that gets a response before it sent the body may next send the body or another request, and the server cannot
    // tell which.
    response.setHeader('Connection', 'close');
    awaitBody(request, () => {
      if (!options.isStopping()) response.removeHeader('Connection');
      response.writeContinue();
    });
    server.emit('request', request, response);
  });
  // Node knows `CONNECT`, and passes the bare connection on.
  server.on('connect', (_request, socket) => answerConnect(socket, options.publicUrl));
  // Unknown expectations are ignored, as RFC 9110, 10.1.1 allows.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    const begun = underWay.of(socket).some((response) => response.headersSent);
    if (begun) socket.destroy();
    else answerClientError(error, socket, options.publicUrl);
  });
  const port = await listen(server, { setting: 'PORT', host: options.host, port: options.port });

  return {
    port,
    async drain({ lingerMs, graceMs }) {
      for (const response of underWay.of()) if (!response.headersSent) response.setHeader('Connection', 'close');
      await sleep(lingerMs);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const tidy = setInterval(() => server.closeIdleConnections(), 50);
      const late = new AbortController();
      await Promise.race([closed, sleep(graceMs, undefined, { signal: late.signal }).catch(() => undefined)]);
      late.abort();
      clearInterval(tidy);
      server.closeAllConnections();
    },
  };
}
