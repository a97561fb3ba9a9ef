/**
 * The Management API, at `/manage/v1`. A request's way: session → same origin → signed in → validation by the document → the
 * operation's handler → response. It ignores `Authorization`: a token opens nothing here.
 */

import express, { type Express, type Request, type Response } from 'express';
import { findMember, type Member } from '../../access/members.ts';
import { createVault } from '../../access/vault.ts';
import { createNoteDocuments } from '../../changelog/note-documents.ts';
import { confirmCommits } from '../../database/citus-dialect.ts';
import { baseDocument } from '../../document/base.ts';
import type { OperationEntry } from '../../document/openapi.ts';
import { type Seat, wholeShare } from '../../limits/in-flight.ts';
import { networkOf } from '../../limits/network.ts';
import { challenge } from '../../manage/account/sign-in.ts';
import { createSignInLimits } from '../../manage/account/sign-in-limits.ts';
import type { ManageContext } from '../../manage/context.ts';
import { manageHandlers } from '../../manage/handlers.ts';
import { leadsOfMember } from '../../manage/leads-of-member.ts';
import { requireEditor } from '../../manage/role.ts';
import type { AnyAnswer } from '../../operation/handler.ts';
import { handlerOf } from '../../operation/handler.ts';
import { refuse } from '../../problem/problem.ts';
import { createBaseJudge } from '../../validation/base.ts';
import { createValidator } from '../../validation/validator.ts';
import { mediaTypeFor, sendFrom } from '../answer.ts';
import { bindOperations } from '../bind.ts';
import { readJsonBody } from '../body/body.ts';
import { managementPage } from '../docs/management-page.ts';
import { retryWhileCampaignChanges } from '../lead-api/fresh-grant.ts';
import { isWrite } from '../lead-api/lead-operation.ts';
import { openSeat } from '../lead-api/open-seat.ts';
import { underConditions } from '../lead-api/preconditions.ts';
import { operationAddress } from '../operation-address.ts';
import type { Parts } from '../parts.ts';
import type { Runtime } from '../process/runtime.ts';
import { stateOf } from '../request-state.ts';
import type { MemberLeads } from './member-leads.ts';
import { refuseCrossOrigin } from './same-origin.ts';
import { createSeen, sessionControls, sessionMiddleware } from './session-cookie.ts';

export function createManageApi(
  runtime: Runtime,
  { compiled, cursors, requests, usage, gates }: Pick<Parts, 'compiled' | 'cursors' | 'requests' | 'usage' | 'gates'>,
  memberLeads: MemberLeads,
): Express {
  const { db } = runtime.connection;
  const { publicUrl } = runtime.config;
  const document = baseDocument('manage');
  const validate = createValidator({ base: createBaseJudge(document), compiled, bodyCode: 'invalid_request' });
  const shared = {
    db,
    vault: createVault(runtime.secretKeys),
    publicUrl,
    leads: leadsOfMember(db),
    noteDocuments: createNoteDocuments(),
    limits: createSignInLimits(runtime.connection.pool),
    cursors,
    writeRequests: async () => void (await Promise.all([requests.flush(), usage.flush()])),
    writeUsage: () => usage.flush(),
    compiled,
  };

  const seen = createSeen(db);

  /** Reads the member again for each request, so that a removed role ends at once. */
  const signedIn = async (req: Request): Promise<Member> => {
    const { memberId, credential } = req.session;
    const member = memberId === undefined ? undefined : await findMember(db, memberId);
    if (!member || member.credential === null || member.credential !== credential) throw notSignedIn();
    await seen(req.session.id);
    return member;
  };

  const serve = async (entry: OperationEntry, req: Request, res: Response): Promise<void> => {
    const { operationId } = entry.operation;
    refuseCrossOrigin(req, publicUrl);
    const member = isOpen(entry) ? undefined : await signedIn(req);
    const seat = openSeat(gates, member ? laneOfMember(member) : { id: `address ${networkOf(req.ip)}` }, res);
    stateOf(res).seat = seat;
    await sendFrom(res, () => {
      if (!member || !memberLeads.has(operationId)) return answer(entry, req, res, member, seat);
      if (isWrite(entry)) requireEditor({ member });
      return memberLeads.answer(operationId, req, res, member, seat);
    });
  };

  const answer = async (
    entry: OperationEntry,
    req: Request,
    res: Response,
    member: Member | undefined,
    seat: Seat,
  ): Promise<AnyAnswer> => {
    const { operationId } = entry.operation;
    mediaTypeFor(entry, req);
    const sentBody = entry.operation.requestBody && (await readBody(entry, req));
    const address = () => operationAddress(entry, req);
    const { query, body } = await validate({ req, res, body: sentBody, address }, { document, operationId });
    const handler = handlerOf<ManageContext>(manageHandlers, operationId);
    const request = { path: req.params, query, headers: { 'If-Match': req.get('If-Match') }, body };
    const context: ManageContext = {
      ...shared,
      session: sessionControls(req, res, publicUrl),
      address: req.ip ?? null,
      get member() {
        if (!member) throw notSignedIn();
        return member;
      },
    };
    // A sign-in makes the service hash a password, so an address may have only one at a time.
    await seat.work(member ? 1 : wholeShare);
    const result = await retryWhileCampaignChanges(() => handler(request, context));
    // Also if there was nothing to change: an earlier request may have made the change, and got no answer.
    if (member && req.method !== 'GET') await confirmCommits(db);
    return '304' in entry.operation.responses ? underConditions(req, result) : result;
  };

  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', false);
  app.use(sessionMiddleware(runtime));
  app.use(managementPage(signedIn));
  bindOperations({
    app,
    document,
    prefix: '/manage/v1',
    serve,
    beforeRefusal: async (req) => {
      await signedIn(req);
      return undefined;
    },
  });
  return app;
}

/** The members of an account share one lane, apart from the lane of the account's tokens. */
const laneOfMember = ({ id, accountId }: Member) => ({ id: `member ${id}`, group: `members ${accountId}` });

const notSignedIn = () => refuse('not_signed_in', 'Sign in with `POST /manage/v1/session`.', { headers: challenge });

/** Whether the operation needs no session: its `security` says so. */
function isOpen({ operation }: OperationEntry): boolean {
  return Array.isArray(operation.security) && operation.security.length === 0;
}

async function readBody({ operation }: OperationEntry, req: Request): Promise<unknown> {
  const body = await readJsonBody(req);
  if (body !== undefined) return body;
  if (operation.requestBody?.required) throw refuse('malformed_body', 'This operation needs a JSON body.');
  return {};
}
