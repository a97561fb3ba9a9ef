/**
 * `mcpClient(server, token, slug)`: the SDK's own client, connected to the token's MCP server in that campaign. Most agents
 * today use the first generation of the SDK, so a test may ask for that one, or for the newest protocol, which has no
 * session.
 */
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as OldTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { TestToken } from './campaigns.ts';
import type { Body, ServerAddress } from './client.ts';

export type Generation = 'first SDK' | 'second SDK' | 'second SDK, no session';
export const generations: readonly Generation[] = ['first SDK', 'second SDK', 'second SDK, no session'];

export interface Called {
  readonly isError: boolean;
  /** The body of the operation's response, or the problem. */
  readonly body: Body;
  readonly texts: readonly string[];
}

export interface McpClient {
  readonly instructions: string | undefined;
  readonly protocolVersion: string | undefined;
  tools(): Promise<readonly ListedTool[]>;
  call(name: string, args?: Readonly<Record<string, unknown>>): Promise<Called>;
  close(): Promise<void>;
}

export interface ListedTool {
  readonly name: string;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly inputSchema: {
    readonly properties?: Readonly<Record<string, unknown>> | undefined;
    readonly required?: readonly string[] | undefined;
    readonly [keyword: string]: unknown;
  };
  readonly annotations?: Readonly<Record<string, unknown>> | undefined;
}

export const mcpAddress = ({ url }: ServerAddress, slug: string): string => `${url}/v1/campaigns/${slug}/mcp`;

export async function mcpClient(
  server: ServerAddress,
  { secret }: Pick<TestToken, 'secret'>,
  slug: string,
  generation: Generation = 'second SDK',
): Promise<McpClient> {
  const url = new URL(mcpAddress(server, slug));
  const options = { requestInit: { headers: { Authorization: `Bearer ${secret}` } } };
  const name = { name: 'test', version: '1' };
  if (generation === 'first SDK') {
    const client = new OldClient(name);
    const transport = new OldTransport(url, options);
    // Its types do not support exact optional properties.
    await client.connect(transport as Parameters<typeof client.connect>[0]);
    return {
      instructions: client.getInstructions(),
      protocolVersion: transport.protocolVersion,
      tools: async () => (await client.listTools()).tools as ListedTool[],
      call: async (tool, args = {}) => calledOf((await client.callTool({ name: tool, arguments: args })) as Result),
      close: () => client.close(),
    };
  }
  const pin = generation === 'second SDK, no session' && {
    versionNegotiation: { mode: { pin: '2026-07-28' } } as const,
  };
  const client = new Client(name, { ...pin });
  await client.connect(new StreamableHTTPClientTransport(url, options));
  return {
    instructions: client.getInstructions(),
    protocolVersion: client.getNegotiatedProtocolVersion(),
    tools: async () => (await client.listTools()).tools as ListedTool[],
    call: async (tool, args = {}) => calledOf((await client.callTool({ name: tool, arguments: args })) as Result),
    close: () => client.close(),
  };
}

interface Result {
  readonly content: readonly { readonly type: string; readonly text?: string }[];
  readonly structuredContent?: unknown;
  readonly isError?: boolean;
}

function calledOf({ content, structuredContent, isError = false }: Result): Called {
  const texts = content.map(({ text = '' }) => text);
  if (
    structuredContent !== undefined &&
    JSON.stringify(structuredContent) !== JSON.stringify(JSON.parse(texts[0] ?? ''))
  )
    throw new Error(`the text is not what is structured: ${texts[0]}`);
  return { isError, body: (structuredContent ?? {}) as Body, texts };
}

/** A message that no SDK would make. */
export async function postMessage(
  server: ServerAddress,
  slug: string,
  {
    secret,
    headers = {},
    method = 'POST',
    raw,
  }: { secret?: string; headers?: Record<string, string>; method?: string; raw?: string },
  body?: unknown,
): Promise<{ status: number; headers: Headers; text: string }> {
  const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(mcpAddress(server, slug), {
    method,
    headers: {
      ...(secret !== undefined && { authorization: `Bearer ${secret}` }),
      ...(sent !== undefined && { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }),
      ...headers,
    },
    ...(sent !== undefined && { body: sent }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** The message of a tool call, as protocols up to 2025-11-25 write it. */
export const toolCall = (name: unknown, args: unknown = {}, id: unknown = 1) => ({
  jsonrpc: '2.0',
  id,
  method: 'tools/call',
  params: { name, arguments: args },
});
