/** Entries of the audit log, newest first; one opens to show all that is known of it. */
import { Accordion, Code, Group, Text } from '@mantine/core';
import type { Shape } from '../api/client.ts';
import { Ago, useExact } from '../session/time.tsx';
import { wordsOf } from './audit-words.ts';

export function AuditList({ entries }: { readonly entries: readonly Shape<'AuditEntry'>[] }) {
  const exact = useExact();
  return (
    <Accordion variant="contained" chevronPosition="right" multiple>
      {entries.map((entry) => (
        <Accordion.Item key={entry.id} value={entry.id} bg="var(--mantine-color-body)">
          <Accordion.Control>
            <Group justify="space-between" gap="xs" pr="sm">
              <Text size="sm">
                <strong>{entry.actor.name ?? 'The system'}</strong> {wordsOf(entry)}
                {entry.campaign !== null && entry.object.kind !== 'campaign' && (
                  <Text span c="dimmed" size="sm">
                    {' '}
                    in {entry.campaign}
                  </Text>
                )}
              </Text>
              <Text size="xs" c="dimmed">
                <Ago at={entry.at} />
              </Text>
            </Group>
          </Accordion.Control>
          <Accordion.Panel>
            <Text size="xs" c="dimmed" mb="xs">
              {exact(entry.at)} · {entry.action} · {entry.address ?? 'no address'}
            </Text>
            <Code block>{JSON.stringify({ object: entry.object, details: entry.details }, null, 2)}</Code>
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}
