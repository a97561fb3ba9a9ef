/** The app: the steps that every request passes, in order. The Lead API comes first because it gets most requests. */

import express, { type Express, type RequestHandler } from 'express';
import { notFound } from '../problem/problem.ts';
import { acceptUtf8 } from './body/charset.ts';
import { compressAnswers } from './compress.ts';
import { consoleRoutes } from './console.ts';
import { crossOriginCalls } from './cross-origin-calls.ts';
import { pageRoutes } from './docs/pages.ts';
import { applyGathered } from './gathered-headers.ts';
import { createAccountApi } from './lead-api/account-api.ts';
import { holdRefusals } from './lead-api/held-refusals.ts';
import { createLeadApi } from './lead-api/lead-api.ts';
import { createLeadOperations } from './lead-api/lead-operation.ts';
import { mcpRoute } from './lead-api/mcp.ts';
import { createManageApi } from './manage/manage-api.ts';
import { createMemberLeads } from './manage/member-leads.ts';
import type { Parts } from './parts.ts';
import { problemHandler } from './problem.ts';
import { healthRoutes } from './process/health.ts';
import type { Runtime } from './process/runtime.ts';
import { requestLog } from './request-log.ts';
import { securityHeaders } from './security-headers.ts';

export function createApp(runtime: Runtime, parts: Parts): Express {
  const { config, logger } = runtime;
  const operations = createLeadOperations(parts, config.publicUrl);
  const app = express();
  // Queries are read in one place, `validation/sent-query`. Express would accept broken ones.
  app.disable('x-powered-by').disable('etag').set('trust proxy', config.trustProxy).set('query parser', false);
  const constant = securityHeaders({
    contentSecurityPolicy: { directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] }, useDefaults: false },
    strictTransportSecurity: config.publicUrl.startsWith('https:'),
  });
  app.use(requestLog(runtime, parts, constant));
  app.use(acceptUtf8);
  const compress = compressAnswers();
  const leadApi = createLeadApi(runtime, parts, operations);
  // Before the step that allows cross-origin calls: pages of other origins may not call MCP.
  app.all('/v1/campaigns/:slug/mcp', compress, mcpRoute(runtime, parts, leadApi));
  app.use(inLeadApi(compress), inLeadApi(crossOriginCalls()));
  app.use(leadApi.handle);
  app.use('/v1', createAccountApi(runtime, parts));
  app.use(applyGathered);
  app.use('/manage/v1', createManageApi(runtime, parts, createMemberLeads(runtime, parts, operations)));
  app.use(healthRoutes(runtime));
  // After the Management API, which is not compressed: its responses contain secrets, and a cookie is enough to open it.
  app.use(compress);
  app.use('/console', consoleRoutes());
  app.use(pageRoutes(runtime, parts));
  app.use((_req, _res, next) => next(notFound('page')));
  app.use(holdRefusals());
  app.use(problemHandler({ publicUrl: config.publicUrl, logger }));
  return app;
}

/**
 * A step for addresses of the Lead API. Given the path, the router would change `req.url` and restore it for each request. (`req.path`, as
 * `req.url` may be a whole URL: RFC 9112, 3.2.2. The router has parsed it already.)
 */
const inLeadApi =
  (step: RequestHandler): RequestHandler =>
  (req, res, next) =>
    leadApiAddress.test(req.path) ? step(req, res, next) : next();

const leadApiAddress = /^\/v1(?:\/|$)/i;
