/**
 * Actions that the role may not do are disabled, with the reason. If they were hidden, members would look for them in vain.
 * The server checks roles in any case.
 */
import { Tooltip } from '@mantine/core';
import { cloneElement, type ReactElement } from 'react';
import { type Role, useSession } from './queries.ts';

const ranks: Readonly<Record<Role, number>> = { viewer: 0, admin: 1, owner: 2 };

export function useMay(needed: Role): boolean {
  return ranks[useSession().member.role] >= ranks[needed];
}

interface AllowedProps {
  readonly to: Role;
  readonly children: ReactElement<{ disabled?: boolean; 'data-disabled'?: boolean }>;
}

export function Allowed({ to, children }: AllowedProps) {
  const { role } = useSession().member;
  if (ranks[role] >= ranks[to]) return children;
  const who = to === 'owner' ? 'an owner' : 'an owner or admin';
  return (
    <Tooltip label={`You are signed in as ${role}: this needs ${who}.`}>
      <span>{cloneElement(children, { disabled: true })}</span>
    </Tooltip>
  );
}
