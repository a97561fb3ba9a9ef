/**
 * The leads that a condition matches now: the condition in words, the number, and some examples. It is read a moment after
 * the last change.
 */
import { Card, Group, Loader, Table, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, ask } from '../api/client.ts';
import { countOf } from '../campaign/counts.ts';
import { Ago } from '../session/time.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import type { Condition } from './condition.ts';

export function FilterPreview({ slug, condition }: { readonly slug: string; readonly condition: Condition }) {
  const [settled] = useDebouncedValue(condition, 350);
  const { data, error, isFetching } = useQuery({
    queryKey: ['campaign', slug, 'preview', settled],
    queryFn: ({ signal }) =>
      ask(
        api.POST('/campaigns/{slug}/filters/preview', {
          params: { path: { slug } },
          body: { condition: settled },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
  if (error) return <ProblemAlert error={error} />;
  if (!data) return <Loader size="sm" aria-label="Loading" />;
  const first = (fields: Readonly<Record<string, unknown>>) =>
    Object.values(fields)
      .filter((value) => value !== null && !(Array.isArray(value) && value.length === 0))
      .slice(0, 3)
      .map(String)
      .join(' · ');
  return (
    <Card withBorder padding="md">
      <Text size="sm">
        <strong>{data.summary}</strong>
      </Text>
      <Group gap="xs" role="status">
        <Text size="sm" c="dimmed">
          {data.exact
            ? `${countOf({ count: data.matching, exact: true })} ${data.matching === 1 ? 'lead matches' : 'leads match'} now`
            : 'More than 10,000 leads match now'}
        </Text>
        {isFetching && <Loader size={12} aria-hidden />}
      </Group>
      {data.sample.length > 0 && (
        <Table mt="sm" fz="xs" verticalSpacing={4} layout="fixed">
          <Table.Tbody>
            {data.sample.slice(0, 5).map((lead) => (
              <Table.Tr key={lead.id}>
                <Table.Td w={130} c="dimmed">
                  <Ago at={lead.created_at} />
                </Table.Td>
                <Table.Td>
                  <Text size="xs" truncate>
                    {first(lead.fields)}
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Card>
  );
}
