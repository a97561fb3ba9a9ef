/**
 * Reads a body of at most 1 MiB (a batch 16 MiB), both as sent and when unpacked, in UTF-8: one JSON value that names no
 * member twice, or a form. Refuses with 400 `malformed_body`, 413 and 415. Nothing is coerced, and nothing is lost silently.
 */
import type { Readable } from 'node:stream';
import { parse as parseContentType } from 'content-type';
import type { Request } from 'express';
import getRawBody from 'raw-body';
import { bodyLimit, mebibyte, mostNames } from '../../limits/body-size.ts';
import type { Seat } from '../../limits/in-flight.ts';
import { createTurns, type Turns } from '../../operation/turns.ts';
import { Problem, refuse } from '../../problem/problem.ts';
import { acceptedTypes } from '../../validation/base.ts';
import { formType } from '../../validation/compiled.ts';
import { cut } from '../../validation/error-phrases.ts';
import { letBodyCome } from './awaited-body.ts';
import { isUtf8 } from './charset.ts';
import { isJson, parseJson } from './parse-json.ts';
import { unpack } from './unpack.ts';

const longestType = 500;

/** Nearly all clients send this. */
const jsonType = 'application/json';

/** `undefined` if there is no body. */
export async function readJsonBody(req: Request): Promise<unknown> {
  const bytes = await readBody(req, bodyLimit);
  const turns = createTurns();
  return bytes && parseJson(await decodeText(bytes, turns), turns);
}

/** The memory that a body needs. It is asked for before the body is read. */
export type Room = Pick<Seat, 'bytes' | 'shrink'>;

/** Smaller bodies need no memory from the token's share. In bytes. */
const smallBody = 65_536;

/** The body as bytes, at most `limit` of them; `undefined` without a body. */
export async function readBody(req: Request, limit: number, room?: Room): Promise<Buffer | undefined> {
  if (req.headers['content-length'] === undefined && req.headers['transfer-encoding'] === undefined) return undefined;
  if (req.headers['content-length'] === '0') return undefined;
  checkType(req);
  const bytes = await readBytes(req, limit, room);
  return bytes.length === 0 ? undefined : bytes;
}

function checkType(req: Request): void {
  const header = req.headers['content-type'];
  if (header === jsonType) return;
  if (header === undefined)
    throw refuse('unsupported_media_type', 'The body has no `Content-Type`; send `application/json`.');
  // Parsing a longer header would take time that grows with the square of its length.
  if (header.length > longestType)
    throw refuse('unsupported_media_type', 'The `Content-Type` is too long; send `application/json`.');
  let charset: string | undefined;
  try {
    charset = parseContentType(header).parameters.charset;
  } catch {
    throw refuse('unsupported_media_type', 'The `Content-Type` cannot be read; send `application/json`.');
  }
  if (charset !== undefined && !isUtf8(charset)) {
    const detail = `The body must be encoded as UTF-8; the \`Content-Type\` says \`charset=${cut(charset)}\`.`;
    throw refuse('unsupported_media_type', detail);
  }
}

async function readBytes(req: Request, limit: number, room: Room | undefined): Promise<Buffer> {
  const declared = req.headers['content-length'];
  // A body that declares too large a size is not read.
  if (Number(declared) > limit) {
    req.resume();
    throw tooLarge(limit);
  }
  const { stream, plain, done } = unpack(req, limit);
  try {
    const isSmall = plain && Number(declared) <= smallBody;
    if (plain && declared !== undefined && !isSmall) await room?.bytes(Number(declared));
    letBodyCome(req);
    if (isSmall) return await getRawBody(stream, { limit, length: declared ?? null });
    const bytes = await gather(stream, limit, room, req.is(formType) ? countNames() : undefined);
    room?.shrink(bytes.length > smallBody ? bytes.length : 0);
    return bytes;
  } catch (error) {
    if (error instanceof Problem) throw error;
    const { type, code } = error as { type?: string; code?: string };
    if (type === 'entity.too.large') throw tooLarge(limit);
    if (code?.startsWith('Z_') || code?.startsWith('ERR_'))
      throw refuse('malformed_body', 'The body cannot be unpacked: it is not what its `Content-Encoding` says.');
    throw refuse('malformed_body', 'The body did not arrive whole.', { cause: error });
  } finally {
    done();
  }
}

/**
 * Reads a stream to its end. Asks for memory as it grows, and stops reading until it gets it. `look` may refuse on the
 * way.
 */
async function gather(
  stream: Readable,
  limit: number,
  room: Room | undefined,
  look: ((chunk: Buffer) => void) | undefined,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let arrived = 0;
  let granted = smallBody;
  for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    arrived += chunk.length;
    if (arrived > limit) throw tooLarge(limit);
    look?.(chunk);
    if (arrived > granted) {
      granted = Math.min(limit, Math.max(2 * granted, arrived));
      await room?.bytes(granted);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, arrived);
}

const tooLarge = (limit: number): Problem =>
  refuse('body_too_large', `The body is larger than ${limit} bytes, as sent or when unpacked.`);

/** Parses a body that has one of these media types. Throws 413, 415, or 400 `malformed_body`. */
export async function parseBody(
  req: Request,
  bytes: Buffer | undefined,
  types: readonly string[],
  turns: Turns = createTurns(),
): Promise<unknown> {
  if (!bytes) return emptyForm(req, types);
  const type = req.headers['content-type'] === jsonType && types.includes(jsonType) ? jsonType : req.is([...types]);
  if (type === false || type === null) {
    const offered = types.map((each) => `\`${each}\``).join(' or ');
    const detail = `This operation does not accept the \`Content-Type\`; send ${offered}.`;
    throw refuse('unsupported_media_type', detail, { headers: acceptedTypes(req.method, types) });
  }
  return type === formType ? parseForm(bytes, turns) : parseJson(await decodeText(bytes, turns), turns);
}

/** A form without values has no bytes. For JSON, an empty body is refused. */
function emptyForm(req: Request, types: readonly string[]): unknown {
  const sent = req.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (sent !== formType || !types.includes(formType)) throw refuse('malformed_body', 'This operation needs a body.');
  return {};
}

/** Counts the names of a form in its bytes, before the form is parsed. Throws 413. */
function countNames(): (chunk: Buffer) => void {
  let names = 1;
  return (chunk) => {
    for (let at = chunk.indexOf('&'); at >= 0; at = chunk.indexOf('&', at + 1)) {
      names += 1;
      if (names > mostNames)
        throw refuse('body_too_large', `The form has more than ${mostNames.toLocaleString('en-US')} names.`);
    }
  };
}

/** A form: each name with its value or values (WHATWG URL, 5.1), in UTF-8. Throws 400 `malformed_body`, and 413. */
async function parseForm(bytes: Buffer, turns: Turns): Promise<Readonly<Record<string, string | string[]>>> {
  countNames()(bytes);
  const text = await decodeText(bytes, turns);
  // curl and PHP label every body as a form unless they are given a media type.
  if (/^\s*\{/.test(text) && (await isJson(text, turns)))
    throw refuse('unsupported_media_type', 'The body is JSON, sent as a form: send `Content-Type: application/json`.');
  const byName = new Map<string, string[]>();
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    if (turns.isOver()) await turns.pass();
    const [name = '', value = ''] = split(pair).map(decodeFormText);
    const values = byName.get(name);
    // Pushed, not copied, because a name may occur very often.
    if (values) values.push(value);
    else byName.set(name, [value]);
  }
  return Object.fromEntries(
    [...byName].map(([name, [first = '', ...more]]) => [name, more.length > 0 ? [first, ...more] : first]),
  );
}

function split(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
}

function decodeFormText(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    const detail = `\`${cut(text)}\` in the form has a broken percent-encoding, or one that is not UTF-8; write a percent sign as \`%25\`.`;
    throw refuse('malformed_body', detail);
  }
}

/** For texts that are decoded at once. */
const whole = new TextDecoder('utf-8', { fatal: true });

/** Skips a byte order mark, as RFC 8259, 8.1 allows. Decodes a large body in parts. */
async function decodeText(bytes: Buffer, turns: Turns): Promise<string> {
  try {
    if (bytes.length <= mebibyte) return whole.decode(bytes);
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let text = '';
    for (let at = 0; at < bytes.length; at += mebibyte) {
      if (turns.isOver()) await turns.pass();
      text += decoder.decode(bytes.subarray(at, at + mebibyte), { stream: true });
    }
    return text + decoder.decode();
  } catch {
    throw refuse('malformed_body', 'The body is not valid UTF-8.');
  }
}
