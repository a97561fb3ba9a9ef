/**
 * A compressed body, unpacked while it arrives (RFC 9110, 8.4): gzip, deflate or br, once. Refuses any other coding with
 * 415. It bounds what arrives; whoever reads it bounds what comes out, and ends it there: a bomb is not unpacked further.
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
  /** Whether `stream` is the request itself, whose `Content-Length` then tells how much there is. */
  readonly plain: boolean;
  /** To be called when enough was read, or all: frees the decoder, and lets the rest of the request go by. */
  done(): void;
}

/** `limit`: bytes that may arrive. Beyond it the stream fails with an error of the type `entity.too.large`. */
export function unpack(req: Request, limit: number): Unpacked {
  // An empty field names no coding (RFC 9110, 5.6.1).
  const coding = (req.headers['content-encoding'] ?? '').trim().toLowerCase() || 'identity';
  if (coding === 'identity') return { stream: req, plain: true, done: () => undefined };
  if (!Object.hasOwn(decoders, coding)) {
    throw refuse(
      'unsupported_media_type',
      'The `Content-Encoding` of a body is `gzip`, `deflate` or `br`, and one alone.',
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
      // A failed decoder may have more to say of it.
      decoder.on('error', () => undefined).destroy();
      req.resume();
    },
  };
}
