/**
 * The Model Context Protocol, spoken by its own SDK: a server for one message, which responds with one JSON text. It only
 * has tools: no session, no stream, no prompt. Messages that are not JSON-RPC, or have an unknown protocol version, get a
 * JSON-RPC error. Loading the SDK takes a tenth of a second and 30 MB, so callers import this file only when a message
 * comes.
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

/** The tools and texts that the server offers to the sender of the message. */
export interface Offered {
  /** The name of the API, for people. */
  readonly title: string;
  readonly version: string;
  readonly instructions: string;
  tools(): Promise<readonly Tool[]>;
  /** `undefined` if the tool does not exist. */
  call(name: string): Promise<ToolResult | undefined>;
}

export interface Sent {
  /** Absolute. The SDK requires an address, but nothing depends on it. */
  readonly url: string;
  /** The headers that the protocol defines, by their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** `text`: JSON, or `undefined`. Throws what `tools` and `call` throw. */
export async function answerMessage(
  { url, headers, body }: Sent,
  offered: Offered,
): Promise<{ readonly status: number; readonly text: string | undefined }> {
  let failure: { readonly error: unknown } | undefined;
  /** Keeps errors from the SDK, which would send their message to the client. */
  const keepingErrors = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      failure = { error };
      throw new ProtocolError(ProtocolErrorCode.InternalError, 'Internal error');
    }
  };
  const server = () => serverOf(offered, keepingErrors);
  const request = new Request(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
  });
  const response = (await isLegacyRequest(request, body))
    ? await answerWithSession(server(), request, body)
    : // A stateless server has no changes to report, so it holds no subscription open.
      await createMcpHandler(server, { legacy: 'reject', maxSubscriptions: 0 }).fetch(request, { parsedBody: body });
  const text = await response.text();
  if (failure) throw failure.error;
  return { status: response.status, text: text === '' ? undefined : text };
}

/**
 * Revisions of the protocol up to 2025-11-25 begin with `initialize`. Each message is answered as if `initialize` had come
 * before.
 */
async function answerWithSession(server: Server, request: Request, parsedBody: unknown): Promise<Response> {
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  try {
    return await transport.handleRequest(request, { parsedBody });
  } finally {
    await server.close();
  }
}

function serverOf(offered: Offered, keepingErrors: <T>(work: () => Promise<T>) => Promise<T>): Server {
  const { title, version, instructions } = offered;
  const server = new Server({ name: 'leadspec', title, version }, { capabilities: { tools: {} }, instructions });
  server.setRequestHandler('tools/list', async () => ({ tools: [...(await keepingErrors(() => offered.tools()))] }));
  server.setRequestHandler('tools/call', async ({ params: { name } }) => {
    const result = await keepingErrors(() => offered.call(name));
    if (!result) throw new ProtocolError(ProtocolErrorCode.InvalidParams, `Unknown tool: ${name.slice(0, 100)}`);
    return { ...result };
  });
  return server;
}
