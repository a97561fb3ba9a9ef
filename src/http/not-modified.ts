/** `If-None-Match` (RFC 9110, 13.1.2): weak comparison, a list, or `*`. */
import type { Request } from 'express';

export function matches(req: Request, etag: unknown): boolean {
  const header = req.get('If-None-Match');
  if (header === undefined || typeof etag !== 'string') return false;
  return (
    header.trim() === '*' ||
    header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag.replace(/^W\//, ''))
  );
}
