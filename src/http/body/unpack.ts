/**
 * Unpacks a compressed body while it arrives (RFC 9110, 8.4): gzip, deflate or br, once. Refuses any other coding with 415.
 * It bounds the bytes that arrive. The reader bounds the unpacked bytes and stops there, so a decompression bomb is not
 * unpacked further.
 */
import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Request } from 'express';
import { refuse } from '../../problem/problem.ts';

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

export interface Unpacked {
  readonly stream: Readable;
  /** Whether `stream` is the request itself. Its `Content-Length` is then the length of the body. */
  readonly plain: boolean;
  /** Call this when reading ends. Frees the decoder, and discards the rest of the request. */
  done(): void;
}

/** `limit`: bytes that may arrive. Beyond it, the stream fails with an error of the type `entity.too.large`. */
export function unpack(req: Request, limit: number): Unpacked {
  // An empty field names no coding (RFC 9110, 5.6.1).
  const coding = (req.headers['content-encoding'] ?? '').trim().toLowerCase() || 'identity';
  if (coding === 'identity') return { stream: req, plain: true, done: () => undefined };
  if (!Object.hasOwn(decoders, coding)) {
    throw refuse(
      'unsupported_media_type',
      'The `Content-Encoding` of a body must be `gzip`, `deflate` or `br`, and only one of them.',
      {
        headers: { 'Accept-Encoding': 'gzip, deflate, br' },
      },
    );
  }
  const decoder = decoders[coding]?.() as Transform;
  const fail = (error: Error) => decoder.destroy(error);
  let arrived = 0;
  const count = (chunk: Buffer) => {
    arrived += chunk.length;
    if (arrived > limit) fail(Object.assign(new Error('too much arrives'), { type: 'entity.too.large' }));
  };
  const cut = () => {
    if (!req.complete) fail(new Error('the request was cut off'));
  };
  req.on('data', count).on('error', fail).on('close', cut);
  req.pipe(decoder);
  return {
    stream: decoder,
    plain: false,
    done() {
      req.off('data', count).off('error', fail).off('close', cut).unpipe(decoder);
      // A failed decoder may emit further errors.
      decoder.on('error', () => undefined).destroy();
      req.resume();
    },
  };
}
