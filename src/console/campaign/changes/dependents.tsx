/** The dependents of a part of the definition: filters, tokens and the duplicate check. Shown before the part is removed. */
import { Alert, List, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Shape } from '../../api/client.ts';
import { numbered } from '../counts.ts';

export type Dependents = Shape<'Dependents'>;

/** Whether the server needs `force` to remove the part. */
export const isUsed = ({ filters, tokens, duplicate_rule }: Dependents): boolean =>
  filters.length > 0 || tokens.length > 0 || duplicate_rule;

interface DependentsAlertProps {
  readonly dependents: Dependents;
  /** The effect on the tokens. */
  readonly children: ReactNode;
}

export function DependentsAlert({ dependents, children }: DependentsAlertProps) {
  const { filters, tokens, duplicate_rule } = dependents;
  const users = [
    filters.length > 0 && numbered(filters.length, 'filter'),
    tokens.length > 0 && numbered(tokens.length, 'token'),
    duplicate_rule && 'the duplicate check',
  ].filter(Boolean);
  return (
    <Alert color="orange" title={`Used by ${users.join(' and ')}`}>
      {tokens.length > 0 && <Text size="sm">{children}</Text>}
      {duplicate_rule && <Text size="sm">The duplicate check no longer uses it.</Text>}
      {filters.length + tokens.length > 0 && (
        <List size="sm" mt="xs">
          {filters.map(({ id, name }) => (
            <List.Item key={id}>Filter “{name}”</List.Item>
          ))}
          {tokens.map(({ id, name, state }) => (
            <List.Item key={id}>
              Token “{name}”{state !== 'active' && `, ${state}`}
            </List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}
