/** Sends a handler's answer: an object is serialised once, a text is sent as it is, and a stream at the pace of its client. */

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isNativeError } from 'node:util/types';
import type { Request, Response } from 'express';
import type { OperationEntry } from '../document/openapi.ts';
import type { AnyAnswer, JsonPieces, Streamed } from '../operation/handler.ts';
import { createTurns } from '../operation/turns.ts';
import { refuse } from '../problem/problem.ts';
import { cut } from '../validation/error-phrases.ts';
import { packedFor, tellsLength } from './compress.ts';
import { writeHead } from './gathered-headers.ts';
import { stateOf } from './request-state.ts';

/**
 * Sends the answer that `make` returns. It gives up the request's seat as soon as the answer is made, so that a slow reader
 * does not hold up other requests.
 */
export async function sendFrom(res: Response, make: () => Promise<AnyAnswer>): Promise<void> {
  const seatOf = () => stateOf(res).seat;
  let answer: AnyAnswer;
  try {
    answer = await make();
  } finally {
    seatOf()?.end();
  }
  const { body } = answer;
  if (typeof body === 'string') seatOf()?.sends(body.length);
  await sendAnswer(res, answer).finally(() => seatOf()?.end());
}

/**
 * Rejects when a stream fails on its way. The connection is then destroyed, because a clean end would mean a complete
 * response.
 */
export async function sendAnswer(res: Response, { status, headers, body }: AnyAnswer): Promise<void> {
  // Data of leads and accounts must not be cached, unless the answer says otherwise.
  const head: Head = { 'Cache-Control': 'no-store', ...headers };
  if (body === undefined) {
    // Node adds it only to a head that it writes itself. The other two statuses never have a body (RFC 9112, 6.3).
    if (status !== 204 && status !== 304) head['Content-Length'] = 0;
    writeHead(res, status, head).end();
    return;
  }
  if (isStreamed(body)) {
    head['Content-Type'] = body.mediaType;
    // The media type depends on `Accept`. A stream is never compressed.
    head.Vary = 'Accept';
    writeHead(res, status, head);
    if (res.req.method === 'HEAD') res.end();
    else await sendStream(res, body.chunks);
    return;
  }
  head['Content-Type'] = 'application/json; charset=utf-8';
  if (isPieces(body)) {
    await sendPieces(res, body, status, head);
    return;
  }
  // Sent as text, not as bytes: Node then writes it together with the headers, in one piece.
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  if (text.length > longText) return sendLong(res, text, status, head);
  writeHead(res, status, withLength(res, head, Buffer.byteLength(text)));
  res.end(res.req.method === 'HEAD' ? undefined : text);
}

/** The headers of one answer. */
type Head = Record<string, string | number | undefined>;

/** A response to `HEAD` has a length only if it is known. */
function withLength({ req }: Response, head: Head, length: number): Head {
  if (req.method !== 'HEAD' || tellsLength(req, length)) head['Content-Length'] = length;
  return head;
}

/** Longer texts are encoded in pieces, because encoding them at once would hold up other requests. In characters. */
const longText = 250_000;

async function sendLong(res: Response, text: string, status: number, head: Head): Promise<void> {
  const turns = createTurns();
  const pieces: Buffer[] = [];
  for (let from = 0; from < text.length; ) {
    if (turns.isOver()) await turns.pass();
    // Do not cut a surrogate pair in half.
    const end = from + longText;
    const to = isHigh(text.charCodeAt(end - 1)) ? end - 1 : end;
    pieces.push(Buffer.from(text.slice(from, to)));
    from = to;
  }
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  writeHead(res, status, withLength(res, head, length));
  for (const piece of res.req.method === 'HEAD' ? [] : pieces) {
    if (turns.isOver()) await turns.pass();
    res.write(piece);
  }
  res.end();
}

/** Whether the unit is the first half of a surrogate pair (Unicode, 3.8). */
const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

const isStreamed = (body: unknown): body is Streamed => typeof body === 'object' && body !== null && 'chunks' in body;

const isPieces = (body: unknown): body is JsonPieces =>
  typeof body === 'object' && body !== null && 'pieces' in body && 'packed' in body;

/**
 * Sends the compressed form if the client accepts it. Each form is compressed only once, for the first request that asks for
 * it.
 */
export async function sendPieces(res: Response, body: JsonPieces, status: number, head: Head): Promise<void> {
  const encoding = packedFor(res.req);
  const packed = encoding && (await body.packed(encoding));
  if (encoding) head['Content-Encoding'] = encoding;
  head['Content-Length'] = packed?.length ?? body.length;
  writeHead(res, status, head);
  if (res.req.method === 'HEAD' || packed) res.end(res.req.method === 'HEAD' ? undefined : packed);
  else await sendStream(res, body.pieces);
}

async function sendStream(res: Response, chunks: Streamed['chunks'] | JsonPieces['pieces']): Promise<void> {
  try {
    // `pipeline` adds several listeners for the end of the response.
    res.setMaxListeners(20);
    await pipeline(Readable.from(chunks, { objectMode: false }), res);
  } catch (error) {
    // A client that goes away ends the stream. That is no error.
    if (isNativeError(error) && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE') return;
    throw error;
  }
}

/** Media types with parameters that responses have beside the charset: an `Accept` with these parameters matches too. */
const asSent: Readonly<Record<string, readonly string[]>> = { 'text/csv': ['text/csv; header=present'] };

/** The first of the media types that the client accepts, or undefined. */
export function acceptedType(req: Request, types: readonly string[]): string | undefined {
  const { accept } = req.headers;
  if (accept === undefined || accept === '*/*') return types[0];
  const taken = req.accepts(types.flatMap((type) => [type, ...(asSent[type] ?? [])]));
  if (taken !== false) return taken.split(';')[0];
  // Generated clients send only this type if an operation's only content is its errors.
  return req.accepts('application/problem+json') === false ? undefined : types[0];
}

/**
 * The media type of an operation's response: the first of its types that the client accepts. Throws 406 `not_acceptable`,
 * unless the response has no body, because then `Accept` does not apply (RFC 9110, 12.5.1).
 */
export function mediaTypeFor(entry: OperationEntry, req: Request): string {
  const types = offeredTypes.get(entry) ?? typesOf(entry);
  offeredTypes.set(entry, types);
  const [first = 'application/json'] = types;
  const type = isSilent(entry) ? first : acceptedType(req, types);
  if (type !== undefined) return type;
  const offered = types.map((each) => `\`${each}\``).join(' or ');
  throw refuse('not_acceptable', `Answers are ${offered}; \`Accept: ${cut(req.get('Accept') ?? '')}\` excludes that.`);
}

/** Whether the operation responds without a body. */
const isSilent = ({ operation }: OperationEntry): boolean => '204' in operation.responses;

const offeredTypes = new WeakMap<OperationEntry, readonly string[]>();

function typesOf({ operation: { responses } }: OperationEntry): readonly string[] {
  const { content = {} } = (responses['200'] ?? responses['201'] ?? {}) as {
    content?: Readonly<Record<string, unknown>>;
  };
  return Object.keys(content).length > 0 ? Object.keys(content) : ['application/json'];
}
