/** The entries of the audit log, newest first. Each is a sentence with links, and opens to show its details. */
import { ActionIcon, Button, Collapse, Group, List, Stack, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { Ago, useDates, useExact } from '../session/time.tsx';
import { PageRows } from '../ui/list/page-rows.tsx';
import { detailLines } from './audit-details.ts';
import classes from './audit-list.module.css';
import { AuditObject, AuditPlace } from './audit-object.tsx';
import { type Entry, kindName, nameOf, namesObject, saysOf, scheduledWords } from './audit-words.ts';
import type { AuditSearch } from './queries.ts';

interface AuditListProps {
  readonly entries: readonly Entry[];
  /** Adds to the current filters. */
  readonly narrow: (more: AuditSearch) => void;
}

export function AuditList({ entries, narrow }: AuditListProps) {
  // The list keeps this state, because rows that scroll out of sight are removed.
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) =>
    setOpened((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return (
    <PageRows items={entries} keyOf={({ id }) => id} height={48} label="Entries" joined>
      {(entry) => (
        <AuditRow entry={entry} opened={opened.has(entry.id)} toggle={() => toggle(entry.id)} narrow={narrow} />
      )}
    </PageRows>
  );
}

interface AuditRowProps extends Pick<AuditListProps, 'narrow'> {
  readonly entry: Entry;
  readonly opened: boolean;
  readonly toggle: () => void;
}

function AuditRow({ entry, opened, toggle, narrow }: AuditRowProps) {
  const panel = useId();
  const { day } = useDates();
  const scheduled = scheduledWords(entry, day);
  return (
    <article className={classes.entry}>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <Text size="sm" className={classes.sentence}>
          <strong>{entry.actor.name ?? 'Leadspec'}</strong> {saysOf(entry)}
          {namesObject(entry) && (
            <>
              {' '}
              <AuditObject entry={entry} />
            </>
          )}
          <AuditPlace entry={entry} />
          {scheduled !== undefined && ` ${scheduled}`}
        </Text>
        <Group gap="xs" wrap="nowrap">
          <Text size="xs" c="dimmed" className={classes.time}>
            <Ago at={entry.at} />
          </Text>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            onClick={toggle}
            aria-expanded={opened}
            aria-controls={panel}
            aria-label={`Details: ${saysOf(entry)} ${nameOf(entry)}`}
          >
            <IconChevronDown size={16} className={opened ? classes.turned : undefined} />
          </ActionIcon>
        </Group>
      </Group>
      <Collapse expanded={opened} id={panel}>
        {opened && <AuditDetails entry={entry} narrow={narrow} />}
      </Collapse>
    </article>
  );
}

function AuditDetails({ entry, narrow }: { readonly entry: Entry } & Pick<AuditListProps, 'narrow'>) {
  const exact = useExact();
  const { actor, address, object } = entry;
  const lines = detailLines(entry, exact);
  return (
    <Stack gap={6} pt="xs">
      <Text size="xs" c="dimmed">
        {exact(entry.at)}
        {address !== null && ` · from ${address}`}
      </Text>
      {lines.length > 0 && (
        <List size="sm" spacing={2} className={classes.lines}>
          {lines.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      )}
      <Group gap="xs">
        {actor.id !== null && (
          <Button size="compact-xs" variant="default" onClick={() => narrow({ actor: actor.id ?? '' })}>
            All by {actor.name}
          </Button>
        )}
        {object.id !== null && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => narrow({ object_kind: object.kind, object: object.id ?? '' })}
          >
            All about this {kindName(object.kind).toLowerCase()}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
