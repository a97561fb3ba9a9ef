/** Provisional: the health routes alone. */
import express from 'express';
import { Problem } from '../problem/problem.ts';
import { healthRoutes } from './health.ts';
import type { Runtime } from './runtime.ts';

export function createApp(runtime: Runtime): express.Express {
  const app = express();
  app.use(healthRoutes(runtime));
  app.use((error: unknown, _request: express.Request, response: express.Response, _next: express.NextFunction) => {
    if (!(error instanceof Problem)) runtime.logger.error({ err: error }, 'Unexpected');
    const status = error instanceof Problem ? error.status : 500;
    response.status(status).set(error instanceof Problem ? error.headers : {});
    response.type('application/problem+json').json({ status, detail: error instanceof Problem ? error.message : '' });
  });
  return app;
}
