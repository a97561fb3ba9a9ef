/**
 * The logo of an account, for the pages of its tokens. Its address starts with a documentation address, so only somebody who
 * has one can fetch it. Only its first bytes were checked, so the headers stop browsers from treating it as anything but an
 * image.
 */
import type { Request, Response } from 'express';
import { findLogo, lookOf } from '../../access/look.ts';
import { findByDocsId, type Token } from '../../access/tokens.ts';
import type { Database } from '../../database/connection.ts';
import type { Brand } from '../../docs/brand.ts';
import { notFound } from '../../problem/problem.ts';
import { isNotModified } from '../lead-api/preconditions.ts';

export async function brandFor(db: Database, { accountId, docsId }: Token): Promise<Brand> {
  const { name, color, logoHash } = await lookOf(db, accountId);
  return { name, color, logo: logoHash === null ? undefined : `/docs/${docsId}/logo?v=${logoHash.slice(0, 12)}` };
}

export async function sendLogo(db: Database, req: Request, res: Response): Promise<void> {
  const docsId = String(req.params.docs_id);
  const token = /^[a-z2-7]{26}$/.test(docsId) ? await findByDocsId(db, docsId) : undefined;
  const logo = token && (await findLogo(db, token.accountId));
  if (!logo) throw notFound('page');
  const etag = `W/"${logo.hash}"`;
  res.set({
    'Content-Type': logo.type,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Robots-Tag': 'noindex',
    'Referrer-Policy': 'no-referrer',
    // The address changes with the logo, because it contains the logo's hash.
    'Cache-Control': 'private, max-age=86400',
    ETag: etag,
  });
  if (isNotModified(req, etag)) res.status(304).end();
  else res.end(req.method === 'HEAD' ? undefined : logo.image);
}
