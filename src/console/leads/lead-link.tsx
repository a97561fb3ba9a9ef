/** A link that opens a lead beside the list. The list stays as it is. */
import { Anchor, type AnchorProps } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface LeadLinkProps extends AnchorProps {
  readonly id: string;
  readonly title?: string | undefined;
  readonly dir?: 'auto';
  readonly children: ReactNode;
}

export function LeadLink({ id, ...rest }: LeadLinkProps) {
  const search = (before: object) => ({ ...before, lead: id });
  return <Anchor component={Link} to="." search={search as never} preload={false} {...rest} />;
}
