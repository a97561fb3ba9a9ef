/**
 * The names that clients use for UTF-8: its labels (WHATWG Encoding, 4.2), and those of its subset US-ASCII. Bodies and
 * responses are always UTF-8 (RFC 8259, 8.1).
 */
import type { RequestHandler } from 'express';

const labels: ReadonlySet<string> = new Set([
  'utf-8',
  'utf8',
  'unicode-1-1-utf-8',
  'unicode11utf8',
  'unicode20utf8',
  'x-unicode20utf8',
  'us-ascii',
  'ascii',
]);

export const isUtf8 = (label: string): boolean => labels.has(label.trim().toLowerCase());

/** Removes these charsets from `Accept`, where they would be compared as parameters (RFC 9110, 12.5.1). */
export const acceptUtf8: RequestHandler = (req, _res, next) => {
  const { accept } = req.headers;
  if (accept?.includes('=')) req.headers.accept = accept.replace(charset, (all, a, b) => (isUtf8(a ?? b) ? '' : all));
  next();
};

const charset = /\s*;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;,"]*))/gi;
