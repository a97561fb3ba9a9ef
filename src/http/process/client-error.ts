/**
 * Answers what Node's HTTP parser refuses before there is a request: headers over 16 KiB (431), a request that takes too long
 * to arrive (408), an unknown method (501), and anything that is not HTTP (400). Writes to the socket by hand, because there
 * is no response object.
 */
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { newId } from '../../ids/ids.ts';
import { type ProblemCode, problemKinds } from '../../problem/codes.ts';

/** An error of the parser, with the bytes that have arrived, if the parser gives them. */
type ParserError = NodeJS.ErrnoException & { readonly rawPacket?: Buffer };

export function answerClientError(error: ParserError, socket: Duplex, publicUrl: string): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
  write(socket, publicUrl, refusal(error));
}

/** `CONNECT` asks for a tunnel, which this service does not offer. */
export function answerConnect(socket: Duplex, publicUrl: string): void {
  const allow = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS';
  write(socket, publicUrl, { code: 'method_not_allowed', detail: `This service offers ${allow}.`, allow });
}

interface Refusal {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly allow?: string;
}

function write(socket: Duplex, publicUrl: string, { code, detail, allow }: Refusal): void {
  const { status, title } = problemKinds[code];
  const instance = newId();
  const body = JSON.stringify({ type: `${publicUrl}/problems/${code}`, title, status, detail, instance, code });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Type: application/problem+json\r\n` +
      `${allow === undefined ? '' : `Allow: ${allow}\r\n`}X-Request-Id: ${instance}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

/** A request line (RFC 9112, 3), whose method the parser does not know. Any other line with that error is not HTTP. */
const requestLine = /^[\w!#$%&'*+.^`|~-]+ \S+ HTTP\/1\.\d\r?\n/;

function refusal({ code, rawPacket }: ParserError): Refusal {
  if (code === 'HPE_INVALID_METHOD' && requestLine.test(rawPacket?.toString('latin1') ?? ''))
    return { code: 'not_implemented', detail: 'The method of the request is not one that this service knows.' };
  if (code === 'HPE_HEADER_OVERFLOW') {
    return { code: 'headers_too_large', detail: 'The request line and the headers are larger than 16 KiB together.' };
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return { code: 'request_timeout', detail: 'The whole request did not arrive in time.' };
  }
  return { code: 'malformed_body', detail: 'The request is not valid HTTP/1.1.' };
}
