/**
 * The tools of a token: the operations of its own document, with their texts and schemas. An operation is not a tool if it
 * responds with something other than JSON, such as an export, or if it only takes forms.
 */
import { type OpenApiDocument, type OperationEntry, operationsOf, type Schema } from '../document/openapi.ts';
import { bodyTypeOf } from './arguments.ts';
import { inputSchemaOf } from './flat-schema.ts';

export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: Schema & { readonly type: 'object' };
  readonly annotations: Readonly<Record<`${'readOnly' | 'destructive' | 'idempotent' | 'openWorld'}Hint`, boolean>>;
}

/** Tools are made on each request: a client asks for them once, and a cache would be as large as the documents. */
export const toolsOf = (document: OpenApiDocument): readonly Tool[] =>
  operationsOf(document)
    .filter(isTool)
    .map((entry) => toolOf(document, entry));

export function toolNamed(document: OpenApiDocument, name: string): Tool | undefined {
  const entry = operationsOf(document).find(({ operation }) => operation.operationId === name);
  return entry && isTool(entry) ? toolOf(document, entry) : undefined;
}

/** Whether a result can hold the response of the operation, and a call can hold its input. */
export function isTool(entry: OperationEntry): boolean {
  const { requestBody, responses } = entry.operation;
  if (requestBody && bodyTypeOf(entry) === undefined) return false;
  const types = Object.entries(responses)
    .filter(([status]) => status.startsWith('2'))
    .flatMap(([, response]) => Object.keys((response as { content?: object }).content ?? {}));
  return types.every((type) => type === 'application/json');
}

function toolOf(document: OpenApiDocument, entry: OperationEntry): Tool {
  const { operationId, summary, description } = entry.operation;
  return {
    name: operationId,
    title: String(summary ?? operationId),
    description: String(description ?? summary ?? ''),
    inputSchema: inputSchemaOf(document, entry) as Tool['inputSchema'],
    annotations: annotationsOf(entry),
  };
}

/** A batch can change and delete leads. */
function annotationsOf({ method, operation: { operationId } }: OperationEntry): Tool['annotations'] {
  return {
    readOnlyHint: method === 'get',
    destructiveHint: method !== 'get' && (method !== 'post' || operationId === 'writeLeads'),
    idempotentHint: method !== 'post',
    // A tool only reaches the leads of the campaign.
    openWorldHint: false,
  };
}
