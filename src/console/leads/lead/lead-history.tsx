/** The history of a lead, newest first: author, time, old and new values. */
import { Button, Stack, Text, Timeline } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Ago } from '../../session/time.tsx';
import { Rows } from '../../ui/loaded.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { historyQuery } from '../queries.ts';
import { type Labels, nameOfPath, shownValue } from '../shown-value.ts';

interface LeadHistoryProps {
  readonly slug: string;
  readonly id: string;
  readonly labels: Labels;
}

const verbs = { created: 'created it', updated: 'changed it', entered_scope: 'brought it in' } as const;

export function LeadHistory({ slug, id, labels }: LeadHistoryProps) {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(historyQuery(slug, id));
  if (error) return <ProblemAlert error={error} retry={() => void fetchNextPage()} />;
  if (!data) return <Rows count={3} />;
  const entries = data.pages.flatMap((page) => page.data);
  return (
    <Stack>
      <Timeline bulletSize={12} lineWidth={2} active={entries.length}>
        {entries.map(({ kind, version, at, actor, changes }) => (
          <Timeline.Item
            key={version}
            title={
              <Text size="sm">
                <strong>
                  <bdi>{actor.name}</bdi>
                </strong>{' '}
                {verbs[kind]} <Ago at={at} />
              </Text>
            }
          >
            <Stack gap={2} component="ul" pl={0} m={0}>
              {changes.map(({ path, from, to }) => (
                <Text key={path} size="xs" c="dimmed" component="li" lh={1.6} lineClamp={6}>
                  <bdi>{nameOfPath(labels, path)}</bdi>:{' '}
                  {kind === 'updated' && (
                    <>
                      <bdi>{shownValue(labels, path, from)}</bdi> →{' '}
                    </>
                  )}
                  <bdi>{shownValue(labels, path, to)}</bdi>
                </Text>
              ))}
            </Stack>
          </Timeline.Item>
        ))}
      </Timeline>
      {hasNextPage && (
        <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show older changes
        </Button>
      )}
    </Stack>
  );
}
