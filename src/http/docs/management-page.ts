/**
 * `GET /manage/v1/docs`: the page of the Management API's document. Without a session it responds with 401, as an HTML page.
 */

import { type Request, Router } from 'express';
import type { Member } from '../../access/members.ts';
import { managementPage as pageOf } from '../../docs/management-page.ts';
import { refuseOtherMethods } from '../other-methods.ts';
import { stateOf } from '../request-state.ts';
import { pagePolicy } from './page-policy.ts';

export function managementPage(signedIn: (req: Request) => Promise<Member>): Router {
  const router = Router();
  router.get('/docs', async (req, res) => {
    stateOf(res).route = '/manage/v1/docs';
    stateOf(res).page = true;
    await signedIn(req);
    res.set({
      'Content-Security-Policy': pagePolicy,
      'Cache-Control': 'private, no-cache',
      'Referrer-Policy': 'no-referrer',
      'X-Robots-Tag': 'noindex',
    });
    res.type('html').send(pageOf('/manage/v1/openapi.json'));
  });
  refuseOtherMethods(router, '/docs');
  return router;
}
