/**
 * Reads a body: at most 1 MiB (a batch 16 MiB), as sent and when unpacked, UTF-8; one JSON value, no member named twice, or
 * a form. Refuses with 400 `malformed_body`, 413 and 415. Nothing is coerced and nothing is lost silently.
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
import { cut } from '../../validation/error-words.ts';
import { letBodyCome } from './awaited-body.ts';
import { isUtf8 } from './charset.ts';
import { isJson, parseJson } from './parse-json.ts';
import { unpack } from './unpack.ts';

const longestType = 500;

/** `undefined` when there is no body at all. */
export async function readJsonBody(req: Request): Promise<unknown> {
  const bytes = await readBody(req, bodyLimit);
  const turns = createTurns();
  return bytes && parseJson(await decodeText(bytes, turns), turns);
}

/** What a body needs of the process' memory, asked for before it is read. */
export type Room = Pick<Seat, 'bytes' | 'shrink'>;

/** Smaller bodies need no room of their own. */
const smallBody = 65_536;

/** The body as bytes, at most `limit` of them; `undefined` when there is none. */
export async function readBody(req: Request, limit: number, room?: Room): Promise<Buffer | undefined> {
  if (req.headers['content-length'] === undefined && req.headers['transfer-encoding'] === undefined) return undefined;
  if (req.headers['content-length'] === '0') return undefined;
  checkType(req);
  const bytes = await readBytes(req, limit, room);
  return bytes.length === 0 ? undefined : bytes;
}

function checkType(req: Request): void {
  const header = req.headers['content-type'];
  if (header === undefined)
    throw refuse('unsupported_media_type', 'The body has no `Content-Type`; send `application/json`.');
  // Whoever reads on would take the square of its length.
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
  const told = req.headers['content-length'];
  // A body that is too large by its own account is not read at all.
  if (Number(told) > limit) {
    req.resume();
    throw tooLarge(limit);
  }
  const { stream, plain, done } = unpack(req, limit);
  try {
    const isSmall = plain && Number(told) <= smallBody;
    if (plain && told !== undefined && !isSmall) await room?.bytes(Number(told));
    letBodyCome(req);
    if (isSmall) return await getRawBody(stream, { limit, length: told ?? null });
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

/** Reads a stream to its end, and asks for room as it grows. It is not read on while there is none. `look` may refuse on the way. */
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

/** A body of one of these media types, as the value that it is. Throws 413, 415, or 400 `malformed_body`. */
export async function parseBody(
  req: Request,
  bytes: Buffer | undefined,
  types: readonly string[],
  turns: Turns = createTurns(),
): Promise<unknown> {
  if (!bytes) return emptyForm(req, types);
  const type = req.is([...types]);
  if (type === false || type === null) {
    const offered = types.map((one) => `\`${one}\``).join(' or ');
    const detail = `The \`Content-Type\` is not one that this operation takes; send ${offered}.`;
    throw refuse('unsupported_media_type', detail, { headers: acceptedTypes(req.method, types) });
  }
  return type === formType ? parseForm(bytes, turns) : parseJson(await decodeText(bytes, turns), turns);
}

/** A form in which nothing is filled in has no bytes; of JSON that is nothing. */
function emptyForm(req: Request, types: readonly string[]): unknown {
  const sent = req.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (sent !== formType || !types.includes(formType)) throw refuse('malformed_body', 'This operation needs a body.');
  return {};
}

/** Counts the names of a form in its bytes, before anything is made of them. Throws 413. */
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

/** A form, each name with its value or values (WHATWG URL, 5.1), which must be UTF-8. Throws 400 `malformed_body`, and 413. */
async function parseForm(bytes: Buffer, turns: Turns): Promise<Readonly<Record<string, string | string[]>>> {
  countNames()(bytes);
  const text = await decodeText(bytes, turns);
  // What curl and PHP say of any body that they are told nothing of: a form.
  if (/^\s*\{/.test(text) && (await isJson(text, turns)))
    throw refuse('unsupported_media_type', 'The body is JSON, sent as a form: send `Content-Type: application/json`.');
  const byName = new Map<string, string[]>();
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    if (turns.isOver()) await turns.pass();
    const [name = '', value = ''] = split(pair).map(decodeFormText);
    const values = byName.get(name);
    // Put in, not copied: one name may come very often.
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
    const detail = `\`${cut(text)}\` in the form has a broken percent-encoding, or one that is not of UTF-8; a percent sign is written \`%25\`.`;
    throw refuse('malformed_body', detail);
  }
}

/** A byte order mark is passed over, as RFC 8259, 8.1 allows. A large body is decoded in parts. */
async function decodeText(bytes: Buffer, turns: Turns): Promise<string> {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    if (bytes.length <= mebibyte) return decoder.decode(bytes);
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
