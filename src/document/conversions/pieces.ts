/**
 * JSON text as pieces of bytes, sent unchanged or compressed. Compression happens once for each encoding, on the first
 * request.
 */
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import type { JsonPieces, PackedAs } from '../../operation/handler.ts';

export type { JsonPieces };

export function jsonPieces(pieces: readonly Buffer[]): JsonPieces {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const packed = new Map<PackedAs, Promise<Buffer>>();
  return {
    pieces,
    length,
    packed(encoding) {
      const known = packed.get(encoding) ?? pack(pieces, length, encoding);
      packed.set(encoding, known);
      return known;
    },
  };
}

/** The text as a string, for conversions. */
export const textOf = ({ pieces }: JsonPieces): string => Buffer.concat(pieces).toString();

function pack(pieces: readonly Buffer[], length: number, encoding: PackedAs): Promise<Buffer> {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;
  // A window of 4 MB covers many campaigns at once, which are much alike.
  const params = { [BROTLI_PARAM_QUALITY]: 4, [BROTLI_PARAM_LGWIN]: 22, [BROTLI_PARAM_SIZE_HINT]: length };
  const packer = encoding === 'br' ? createBrotliCompress({ params }) : createGzip();
  return buffer(Readable.from(pieces).pipe(packer));
}
