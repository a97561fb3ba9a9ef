/**
 * Reads a JSON body: at most 1 MiB, UTF-8, one value, no member named twice. Refuses with 400 `malformed_body`, 413 and 415.
 * Nothing is coerced and nothing is lost silently.
 */
import { parse as parseContentType } from 'content-type';
import type { Request } from 'express';
import getRawBody from 'raw-body';
import { refuse } from '../problem/problem.ts';
import { findDuplicate } from './duplicate-member.ts';

export const bodyLimit = 1024 * 1024;
export const batchLimit = 16 * 1024 * 1024;

/** `undefined` when there is no body at all. */
export async function readJsonBody(req: Request): Promise<unknown> {
  const bytes = await readBody(req, bodyLimit);
  return bytes && parseJson(bytes);
}

/** The body as bytes, at most `limit` of them; `undefined` when there is none. */
export async function readBody(req: Request, limit: number): Promise<Buffer | undefined> {
  if (req.headers['content-length'] === undefined && req.headers['transfer-encoding'] === undefined) return undefined;
  if (req.headers['content-length'] === '0') return undefined;
  checkEncoding(req);
  const bytes = await readBytes(req, limit);
  return bytes.length === 0 ? undefined : bytes;
}

function checkEncoding(req: Request): void {
  const encoding = req.headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    throw refuse('unsupported_media_type', 'The body must not be compressed: leave out `Content-Encoding`.', {
      headers: { 'Accept-Encoding': 'identity' },
    });
  }
  const header = req.headers['content-type'];
  if (header === undefined)
    throw refuse('unsupported_media_type', 'The body has no `Content-Type`; send `application/json`.');
  let charset: string | undefined;
  try {
    charset = parseContentType(header).parameters.charset;
  } catch {
    throw refuse('unsupported_media_type', 'The `Content-Type` cannot be read; send `application/json`.');
  }
  if (charset !== undefined && charset.toLowerCase() !== 'utf-8')
    throw refuse('unsupported_media_type', 'The body must be encoded as UTF-8.');
}

async function readBytes(req: Request, limit: number): Promise<Buffer> {
  try {
    return await getRawBody(req, { limit, length: req.headers['content-length'] ?? null });
  } catch (error) {
    const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : '';
    if (type === 'entity.too.large') throw refuse('body_too_large', `The body is larger than ${limit} bytes.`);
    throw refuse('malformed_body', 'The body did not arrive whole.', { cause: error });
  }
}

export function parseJson(bytes: Buffer): unknown {
  let text: string;
  try {
    // A byte order mark is passed over, as RFC 8259, 8.1 allows.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refuse('malformed_body', 'The body is not valid UTF-8.');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const where = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    throw refuse(
      'malformed_body',
      `The body is not valid JSON${where === undefined ? '' : `: it goes wrong at character ${Number(where) + 1}`}.`,
    );
  }
  const duplicate = findDuplicate(text);
  if (duplicate !== undefined)
    throw refuse('malformed_body', `The body names the member \`${duplicate.slice(0, 80)}\` twice in one object.`);
  return value;
}
