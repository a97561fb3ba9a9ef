/**
 * Forms that are sent to the addresses of JSON operations. Forms have their own operations now. The old addresses still
 * accept them, and the response links to the new address: `Deprecation` (RFC 9745) and a link (RFC 5829).
 */
import { baseDocument } from '../../document/base.ts';
import { formTwinOf } from '../../document/json-twin.ts';
import { operationsOf } from '../../document/openapi.ts';
import type { AnyAnswer } from '../../operation/handler.ts';
import { formType } from '../../validation/compiled.ts';
import type { GrantedRequest } from './lead-operation.ts';

/** When forms got their own addresses, in seconds since 1970. */
const deprecatedSince = Date.UTC(2026, 10, 30) / 1_000;

/** Returns the request for the operation that takes forms, if a form was sent to the address of a JSON operation. */
export function asForm(granted: GrantedRequest): { granted: GrantedRequest; isOldAddress: boolean } {
  const twin = formTwinOf(granted.entry.operation.operationId);
  if (twin === undefined || !granted.req.is(formType)) return { granted, isOldAddress: false };
  const entry = operationsOf(baseDocument('leads')).find(({ operation }) => operation.operationId === twin);
  return entry ? { granted: { ...granted, entry }, isOldAddress: true } : { granted, isOldAddress: false };
}

export function withFormNotice(answer: AnyAnswer, { entry, req, baseUrl }: GrantedRequest): AnyAnswer {
  const path = entry.path.replace(/\{([a-z_]+)\}/g, (_, name: string) => encodeURIComponent(String(req.params[name])));
  const links = [answer.headers?.Link, `<${baseUrl}${path}>; rel="successor-version"`];
  return {
    ...answer,
    headers: {
      ...answer.headers,
      Deprecation: answer.headers?.Deprecation ?? `@${deprecatedSince}`,
      Link: links.filter((link) => link !== undefined).join(', '),
    },
  };
}
