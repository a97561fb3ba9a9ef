/**
 * Forms at the addresses of JSON operations. Forms have operations of their own now; those that are still sent to the old
 * addresses are taken, and told where they belong: `Deprecation` (RFC 9745) and a link to the new address (RFC 5829).
 */
import { baseDocument } from '../../document/base.ts';
import { formTwinOf } from '../../document/json-twin.ts';
import { operationsOf } from '../../document/openapi.ts';
import type { AnyAnswer } from '../../operation/handler.ts';
import { formType } from '../../validation/compiled.ts';
import type { Turn } from './lead-operation.ts';

/** When forms got addresses of their own, in seconds since 1970. */
const deprecatedSince = Date.UTC(2026, 10, 30) / 1_000;

/** The same turn, or, where a form was sent to an operation that takes JSON, that of the operation that takes the form. */
export function asForm(turn: Turn): Turn {
  const twin = formTwinOf(turn.entry.operation.operationId);
  if (twin === undefined || !turn.req.is(formType)) return turn;
  const entry = operationsOf(baseDocument('leads')).find(({ operation }) => operation.operationId === twin);
  return entry ? { ...turn, entry } : turn;
}

export function withFormNotice(answer: AnyAnswer, { entry, req, baseUrl }: Turn): AnyAnswer {
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
