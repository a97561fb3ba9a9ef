/**
 * Answers what Node's HTTP parser refuses before there is a request to handle: headers over 16 KiB (431), a request that
 * takes too long to arrive (408), and what is no HTTP at all (400). Written to the socket by hand, for nothing else is.
 */
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { newId } from '../ids/ids.ts';
import { type ProblemCode, problemKinds } from '../problem/codes.ts';

export function answerClientError(error: NodeJS.ErrnoException, socket: Duplex, publicUrl: string): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
  const { code, detail } = refusal(error.code);
  const { status, title } = problemKinds[code];
  const instance = newId();
  const body = JSON.stringify({ type: `${publicUrl}/problems/${code}`, title, status, detail, instance, code });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Type: application/problem+json\r\n` +
      `X-Request-Id: ${instance}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

function refusal(code: string | undefined): { code: ProblemCode; detail: string } {
  if (code === 'HPE_HEADER_OVERFLOW') {
    return { code: 'headers_too_large', detail: 'The request line and headers together exceed 16 KiB.' };
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return { code: 'request_timeout', detail: 'The request did not arrive completely in time.' };
  }
  return { code: 'malformed_body', detail: 'What was sent is not a valid HTTP/1.1 request.' };
}
