/** Addresses of documentation: a broad token has one page for each campaign, any other token has one page. */
import type { Token } from '../../access/tokens.ts';

export function docsAddress(publicUrl: string, token: Pick<Token, 'docsId' | 'scope'>, slug: string): string {
  const page = `${publicUrl}/docs/${token.docsId}`;
  return token.scope === 'account' ? `${page}/campaigns/${slug}` : page;
}
