/** A link to the requests of a token: a page of its campaign, or of the account for a broad token. */
import { Link } from '@tanstack/react-router';
import type { AnchorHTMLAttributes } from 'react';
import type { Token } from '../queries.ts';

interface RequestsLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly of: Pick<Token, 'id' | 'campaign'>;
}

export function RequestsLink({ of: { id, campaign }, ...props }: RequestsLinkProps) {
  if (campaign === null) return <Link to="/account/tokens/$id/requests" params={{ id }} {...props} />;
  return <Link to="/campaigns/$slug/tokens/$id/requests" params={{ slug: campaign, id }} {...props} />;
}
