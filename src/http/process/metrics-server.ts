/** Serves `/metrics` for Prometheus, and nothing else, on a port of its own. `/metrics` is never served on PORT. */
import { createServer, type Server } from 'node:http';
import { listen } from './listen.ts';

/** `read` returns the text of all metrics: of this process, or of all workers together. */
export async function serveMetrics(options: {
  host: string;
  port: number;
  contentType: string;
  read: () => Promise<string>;
}): Promise<Server> {
  const server = createServer(async (request, response) => {
    if (request.url?.split('?')[0] !== '/metrics') return void response.writeHead(404).end();
    try {
      const text = await options.read();
      response.writeHead(200, { 'Content-Type': options.contentType }).end(text);
    } catch {
      // A worker did not answer in time; Prometheus asks again.
      response.writeHead(503).end();
    }
  });
  await listen(server, { setting: 'METRICS_PORT', host: options.host, port: options.port });
  server.unref();
  return server;
}
