/**
 * `POST /docs/{docs_id}/check`: judges a body as the operation would, by the published document, without a token and without
 * writing. It reveals only what the document says, and nothing about existing leads or duplicates. Refuses with 400, 413 and
 * 415 as the Lead API does, with 422 a malformed question, and with 429.
 */
import type { Request } from 'express';
import type { DocumentSubject, PublicDocument } from '../../document/publish.ts';
import { newLead } from '../../leads/new-lead.ts';
import { bodyLimit } from '../../limits/body-size.ts';
import { type InputError, refuse, refuseInput } from '../../problem/problem.ts';
import type { CompiledOperations } from '../../validation/compiled.ts';
import { cut } from '../../validation/error-phrases.ts';
import { judgeBodyOf } from '../../validation/validator.ts';
import { parseBody, readBody } from '../body/body.ts';

/** The operations whose body is a lead. The items of a batch are checked one by one, each by the operation that it names. */
const requests = {
  createLead: { method: 'POST', path: '/leads' },
  updateLead: { method: 'PATCH', path: '/leads/{lead_id}' },
  upsertLead: { method: 'PUT', path: '/external-ids/{external_id}' },
} as const;

export type Checkable = keyof typeof requests;

export interface Question {
  readonly operation: Checkable;
  readonly body: unknown;
}

/** The operations whose bodies can be checked by this document. */
export function checkable({ offer }: Pick<PublicDocument, 'offer'>): readonly Checkable[] {
  if (!offer.writes) return [];
  return offer.creates ? ['createLead', 'updateLead', 'upsertLead'] : ['updateLead', 'upsertLead'];
}

/** `{ "operation": "createLead", "body": { … } }`; `operation` is optional. Throws 404 if no operation can be checked. */
export async function readQuestion(req: Request, operations: readonly Checkable[]): Promise<Question> {
  if (operations.length === 0) throw refuse('not_found', 'This token only reads: there is no body to check.');
  const sent = await parseBody(req, await readBody(req, bodyLimit), ['application/json']);
  const members = typeof sent === 'object' && sent !== null && !Array.isArray(sent) ? sent : undefined;
  const { operation = operations[0], body, ...rest } = (members ?? {}) as { operation?: unknown; body?: unknown };
  const errors: InputError[] = Object.keys(rest).map((name) => ({
    pointer: `/${cut(name, 200)}`,
    code: 'unknown',
    detail: `\`${cut(name)}\` is unknown: send \`operation\` and \`body\`.`,
  }));
  if (!operations.includes(operation as Checkable)) {
    const detail = `\`operation\` must be one of ${operations.map((name) => `\`${name}\``).join(', ')}.`;
    errors.push({ pointer: '/operation', code: 'not_allowed', detail, allowed: operations });
  }
  if (body === undefined) errors.push({ pointer: '/body', code: 'required', detail: '`body` is required.' });
  if (errors.length > 0) throw refuseInput('invalid_request', errors);
  return { operation: operation as Checkable, body };
}

/**
 * Returns every error in the body. For a valid body, returns the request to send, the lead that it would create, and the
 * announced changes that would refuse it.
 */
export function check(
  compiled: CompiledOperations,
  { offer, document, toCome }: PublicDocument,
  { campaign }: DocumentSubject,
  { operation, body }: Question,
) {
  const judged = judgeBodyOf(compiled, document, campaign, operation, body);
  const { errors } = judged;
  const { method, path } = requests[operation];
  const valid = errors.length === 0;
  return {
    valid,
    operation,
    errors,
    request: valid ? { method, url: `${document.servers[0]?.url}${path}`, body } : null,
    lead: valid && operation === 'createLead' ? asStored(newLead(offer, judged.body as never)) : null,
    to_come: valid ? refusedThen(compiled, toCome, { operation, body }) : [],
  };
}

/** Judges the body by the announced documents, so that the client learns of a refusal before it happens. */
function refusedThen(compiled: CompiledOperations, toCome: PublicDocument['toCome'], { operation, body }: Question) {
  const gone = { pointer: '', code: 'not_allowed', detail: `\`${operation}\` will not be offered any more.` };
  return toCome.flatMap(({ at, document, campaign }) => {
    const errors = compiled.of(document, operation)
      ? judgeBodyOf(compiled, document, campaign, operation, body).errors
      : [gone];
    return errors.length > 0 ? [{ at, errors }] : [];
  });
}

/** The new lead with the values that the server fills in, as `dry_run=true` would show it. */
function asStored({ status, externalId, values }: ReturnType<typeof newLead>) {
  return { status, external_id: externalId, fields: values };
}
