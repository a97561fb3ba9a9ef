/**
 * What a tool call gives: the operation's JSON as it is, as text and as structured content. A refusal is a result too, with
 * `isError` and the problem document, so that the model reads what was wrong. Rejects nothing.
 */
import type { AnyAnswer } from '../operation/handler.ts';
import type { Tool } from './tools.ts';

export interface ToolResult {
  content: { type: 'text'; text: string }[];
  structuredContent?: Record<string, unknown>;
  isError?: true;
}

/** Characters of an answer. A larger one is given as text alone: twice would be much to make, and too much for a model. */
const longestStructured = 1_000_000;

/** The JSON comes first, and alone in its text; what HTTP tells in its status and fields follows in a text of its own. */
export function resultOf({ status, headers = {}, body }: AnyAnswer): ToolResult {
  const json = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
  const fields = Object.entries(headers).filter(([, value]) => value !== undefined);
  const head = [`HTTP ${status}`, ...fields.map(([name, value]) => `${name}: ${value}`)].join('\n');
  return {
    content: [json, head].flatMap((text) => (text === undefined ? [] : [{ type: 'text', text }])),
    ...(json !== undefined &&
      json.length <= longestStructured && { structuredContent: JSON.parse(json) as Record<string, unknown> }),
  };
}

/**
 * `tool`: as it is now, where the arguments were refused. Clients keep the list of tools that they were given first, so a model may
 * not know that the campaign has changed since.
 */
export function refusedResult(
  problem: Record<string, unknown>,
  headers: Readonly<Record<string, string>>,
  tool: Tool | undefined,
): ToolResult {
  const json = JSON.stringify(problem);
  const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const texts = [json, fields.length > 0 ? fields.join('\n') : undefined, tool && takesNow(tool)];
  return {
    content: texts.flatMap((text) => (text === undefined ? [] : [{ type: 'text', text }])),
    structuredContent: JSON.parse(json) as Record<string, unknown>,
    isError: true,
  };
}

/** Characters. A schema that is longer would fill a model's memory with each mistake. */
const longestSchema = 40_000;

function takesNow({ inputSchema }: Tool): string {
  const schema = JSON.stringify(inputSchema);
  return schema.length > longestSchema
    ? 'If the campaign has changed since you listed the tools, list them again.'
    : `The tool takes this now: ${schema}`;
}
