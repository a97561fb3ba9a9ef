/** What happened to a lead, newest first: who, when, and from what to what. */
import { Stack, Text, Timeline } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Ago } from '../session/time.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { historyQuery } from './queries.ts';
import { type Labels, nameOfPath, shownValue } from './shown-value.ts';

interface LeadHistoryProps {
  readonly slug: string;
  readonly id: string;
  readonly labels: Labels;
}

const verbs = { created: 'created it', updated: 'changed it', entered_scope: 'brought it in' } as const;

export function LeadHistory({ slug, id, labels }: LeadHistoryProps) {
  const history = useQuery(historyQuery(slug, id));
  return (
    <Loaded query={history} rows={3}>
      {({ data }) => (
        <Timeline bulletSize={12} lineWidth={2} active={data.length}>
          {data.map(({ kind, version, at, actor, changes }) => (
            <Timeline.Item
              key={version}
              title={
                <Text size="sm">
                  <strong>{actor.name}</strong> {verbs[kind]} <Ago at={at} />
                </Text>
              }
            >
              <Stack gap={2}>
                {changes.map(({ path, from, to }) => (
                  <Text key={path} size="xs" c="dimmed">
                    {nameOfPath(labels, path)}: {kind === 'updated' && `${shownValue(labels, path, from)} → `}
                    {shownValue(labels, path, to)}
                  </Text>
                ))}
              </Stack>
            </Timeline.Item>
          ))}
        </Timeline>
      )}
    </Loaded>
  );
}
