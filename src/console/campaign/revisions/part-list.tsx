/** The parts of a definition that differ: a line for each, below a heading for each kind. */
import { Badge, Code, Group, List, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Clamped } from '../../ui/clamped.tsx';
import { detailsOf, groupsOf, nameOf, type PartChange, verbOf } from './part-words.ts';

interface PartListProps {
  readonly parts: readonly PartChange[];
  readonly nameOfSelect: (key: string) => string;
}

const colors: Readonly<Record<string, string>> = { Added: 'teal', 'Offered again': 'teal', Removed: 'red' };

export function PartList(props: PartListProps) {
  return (
    <Lines {...props}>
      {(part) => (
        <Group gap="sm" wrap="nowrap" align="flex-start">
          <Badge variant="dot" tt="none" fw={500} w={112} miw={112} color={colors[verbOf(part)] ?? 'gray'}>
            {verbOf(part)}
          </Badge>
          <div style={{ minWidth: 0 }}>
            <Name part={part} />
            {detailsOf(part).map((detail) => (
              <Clamped key={detail} c="dimmed">
                {detail}
              </Clamped>
            ))}
          </div>
        </Group>
      )}
    </Lines>
  );
}

/** The kinds, each with its lines. */
export function Lines({
  parts,
  nameOfSelect,
  children,
}: PartListProps & { readonly children: (part: PartChange) => ReactNode }) {
  return (
    <Stack gap="xs">
      {groupsOf(parts, nameOfSelect).map(({ title, parts }) => (
        <div key={title}>
          <Text size="xs" fw={600} c="dimmed">
            <bdi>{title}</bdi>
          </Text>
          <List listStyleType="none" spacing={4} size="sm" aria-label={title}>
            {parts.map((part) => (
              <List.Item key={`${part.key} ${part.change}`} styles={{ itemWrapper: { display: 'block' } }}>
                {children(part)}
              </List.Item>
            ))}
          </List>
        </div>
      ))}
    </Stack>
  );
}

/** The label, and the key of a part whose key people use. */
export function Name({ part }: { readonly part: PartChange }) {
  const { kind, key, change } = part;
  const hasKey = key !== null && kind !== 'filter' && change !== 'reordered';
  return (
    <Text size="sm" component="span" style={{ overflowWrap: 'anywhere' }}>
      <bdi>{nameOf(part)}</bdi> {hasKey && <Code>{key}</Code>}
    </Text>
  );
}
