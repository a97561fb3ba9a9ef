/**
 * Whether a request touches what is announced: one of the documents to come would refuse it, or take something out of its
 * answer. Judged by the documents alone, so by the same schemas that will judge when the time has come.
 */
import { type DocumentToCome, hasField } from '../document/announced.ts';
import type { OpenApiDocument } from '../document/openapi.ts';
import type { CompiledOperations } from './compiled.ts';
import { judgeBodyOf } from './validator.ts';

export interface Watch {
  /** What the request asks of its own operation. */
  request(operationId: string, query: unknown, body: unknown): void;
  /** A body that is taken as that of an operation, as an item of a batch is. */
  body(operationId: string, body: unknown): void;
  /** The first of what it touches. */
  readonly touched: DocumentToCome | undefined;
}

/** Operations whose answers hold no lead. */
const withoutLeads: ReadonlySet<string> = new Set(['getCampaign', 'countLeads', 'deleteLead', 'listRequests']);

/** `holds`: the document that holds until then. */
export function watchToCome(
  compiled: CompiledOperations,
  holds: OpenApiDocument,
  toCome: readonly DocumentToCome[],
): Watch {
  // Only the first is told: those after it need not be asked any more.
  let first = toCome.length;
  const refusesBody = ({ document, campaign }: DocumentToCome, operationId: string, body: unknown) => {
    const operation = compiled.of(document, operationId);
    if (!operation) return true;
    return (
      operation.body !== undefined && judgeBodyOf(compiled, document, campaign, operationId, body).errors.length > 0
    );
  };
  const look = (touches: (one: DocumentToCome) => boolean) => {
    const found = toCome.slice(0, first).findIndex(touches);
    if (found >= 0) first = found;
  };
  return {
    body: (operationId, body) => look((one) => refusesBody(one, operationId, body)),
    request(operationId, query, body) {
      look(
        (one) =>
          refusesBody(one, operationId, body) ||
          compiled.of(one.document, operationId)?.query(query) === false ||
          one.otherLeads ||
          (!withoutLeads.has(operationId) && losesField(holds, one.document)),
      );
    },
    get touched() {
      return toCome[first];
    },
  };
}

function losesField(now: OpenApiDocument, then: OpenApiDocument): boolean {
  const fields = (now.components.schemas?.LeadFields?.properties ?? {}) as object;
  return Object.keys(fields).some((key) => !hasField(then, key));
}
