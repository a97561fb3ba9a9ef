/**
 * The Model Context Protocol, as its own SDK speaks it: a server for one message, which answers with one JSON text. It has tools
 * and nothing else: no session, no stream, no prompt. What is no JSON-RPC, or of a protocol that the SDK does not know, it answers
 * with a JSON-RPC error. Loading the SDK takes a tenth of a second and 30 MB: whoever needs this file imports it when a message comes.
 */
import {
  createMcpHandler,
  isLegacyRequest,
  ProtocolError,
  ProtocolErrorCode,
  Server,
  WebStandardStreamableHTTPServerTransport,
} from '@modelcontextprotocol/server';
import type { ToolResult } from './result.ts';
import type { Tool } from './tools.ts';

/** What the server offers to whoever sent the message. */
export interface Offered {
  /** The name of what is served, for people. */
  readonly title: string;
  readonly version: string;
  readonly instructions: string;
  tools(): Promise<readonly Tool[]>;
  /** `undefined` where there is no such tool. */
  call(name: string): Promise<ToolResult | undefined>;
}

export interface Sent {
  /** Absolute. The SDK asks for one; nothing depends on it. */
  readonly url: string;
  /** Those that the protocol defines, by their names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** `text`: JSON, or nothing. Throws what `tools` and `call` throw. */
export async function answerMessage(
  { url, headers, body }: Sent,
  offered: Offered,
): Promise<{ readonly status: number; readonly text: string | undefined }> {
  let failure: { readonly error: unknown } | undefined;
  /** The SDK would tell the client the message of any error. */
  const kept = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      failure = { error };
      throw new ProtocolError(ProtocolErrorCode.InternalError, 'Internal error');
    }
  };
  const server = () => serverOf(offered, kept);
  const request = new Request(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
  });
  const response = (await isLegacyRequest(request, body))
    ? await answerWithSession(server(), request, body)
    : // No subscription is held open: a stateless server has no changes to tell.
      await createMcpHandler(server, { legacy: 'reject', maxSubscriptions: 0 }).fetch(request, { parsedBody: body });
  const text = await response.text();
  if (failure) throw failure.error;
  return { status: response.status, text: text === '' ? undefined : text };
}

/** Revisions of the protocol up to 2025-11-25, which begin with `initialize`: each message is answered as if it had come. */
async function answerWithSession(server: Server, request: Request, parsedBody: unknown): Promise<Response> {
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  try {
    return await transport.handleRequest(request, { parsedBody });
  } finally {
    await server.close();
  }
}

function serverOf(offered: Offered, kept: <T>(work: () => Promise<T>) => Promise<T>): Server {
  const { title, version, instructions } = offered;
  const server = new Server({ name: 'leadspec', title, version }, { capabilities: { tools: {} }, instructions });
  server.setRequestHandler('tools/list', async () => ({ tools: [...(await kept(() => offered.tools()))] }));
  server.setRequestHandler('tools/call', async ({ params: { name } }) => {
    const result = await kept(() => offered.call(name));
    if (!result) throw new ProtocolError(ProtocolErrorCode.InvalidParams, `Unknown tool: ${name.slice(0, 100)}`);
    return { ...result };
  });
  return server;
}
