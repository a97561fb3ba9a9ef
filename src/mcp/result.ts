/**
 * The result of a tool call: the operation's JSON, as text and as structured content. A refusal is a result too, with
 * `isError` and the problem document, so that the model can read what was wrong.
 */
import type { AnyAnswer } from '../operation/handler.ts';
import type { Tool } from './tools.ts';

export interface ToolResult {
  content: { type: 'text'; text: string }[];
  structuredContent?: Record<string, unknown>;
  isError?: true;
}

/**
 * The largest number of characters of structured content. A larger response is only sent as text, because sending it twice
 * would be slow and too much for a model.
 */
const longestStructured = 1_000_000;

/** The first text is only the JSON. The status and the header fields of HTTP follow in a second text. */
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
 * `tool`: its present form, if the arguments were refused. Clients keep the list of tools from the beginning, so a model may
 * not know that the campaign has changed.
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

/** In characters. A longer schema would fill a model's memory with each mistake. */
const longestSchema = 40_000;

function takesNow({ inputSchema }: Tool): string {
  const schema = JSON.stringify(inputSchema);
  return schema.length > longestSchema
    ? 'If the campaign has changed since you listed the tools, list them again.'
    : `The tool now takes: ${schema}`;
}
