/**
 * Requests, newest first, as a table, or as cards on a narrow screen. A mistake is named by its place, because values are
 * not stored.
 */
import { Badge, Card, Code, Group, Stack, Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { Shape } from '../../api/client.ts';
import { Ago } from '../../session/time.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import classes from '../token-list.module.css';

type Request = Shape<'TokenRequest'>;

interface RequestListProps {
  readonly requests: readonly Request[];
  /** Whether the campaign of each request is shown, as for a broad token. */
  readonly campaigns: boolean;
}

export function RequestList({ requests, campaigns }: RequestListProps) {
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  if (!wide) {
    return (
      <Stack gap="sm">
        {requests.map((request) => (
          <Card key={request.request_id} withBorder padding="sm">
            <Group justify="space-between" wrap="nowrap" align="flex-start">
              <Operation request={request} campaigns={campaigns} />
              <Status of={request} />
            </Group>
            <Wrong with={request} />
            <Group justify="space-between" wrap="nowrap" c="dimmed" fz="xs">
              <Ago at={request.at} />
              <CopyId of={request} />
            </Group>
          </Card>
        ))}
      </Stack>
    );
  }
  return (
    <Card withBorder padding={0}>
      <Table verticalSpacing="xs" horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            {['When', 'Operation', 'Status', 'Error', 'Took', 'Request id'].map((title) => (
              <Table.Th key={title} className={classes.short}>
                {title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {requests.map((request) => (
            <Table.Tr key={request.request_id}>
              <Table.Td className={classes.short}>
                <Ago at={request.at} />
              </Table.Td>
              <Table.Td>
                <Operation request={request} campaigns={campaigns} />
              </Table.Td>
              <Table.Td>
                <Status of={request} />
              </Table.Td>
              <Table.Td>
                <Wrong with={request} />
              </Table.Td>
              <Table.Td className={classes.short}>{request.duration_ms} ms</Table.Td>
              <Table.Td>
                <CopyId of={request} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}

function Operation({ request, campaigns }: { readonly request: Request; readonly campaigns: boolean }) {
  return (
    <>
      <Text size="sm" fw={500}>
        {request.operation ?? 'No such operation'}
      </Text>
      {campaigns && (
        <Text size="xs" c="dimmed">
          {request.campaign}
        </Text>
      )}
    </>
  );
}

function Status({ of: { status } }: { readonly of: Request }) {
  const [color, word] = status < 400 ? ['teal', 'accepted'] : status < 500 ? ['orange', 'refused'] : ['red', 'failed'];
  return (
    <Badge variant="dot" tt="none" fw={500} color={color}>
      {status} {word}
    </Badge>
  );
}

/** The problem's code, and each wrong value by its place. */
function Wrong({ with: { code, errors } }: { readonly with: Request }) {
  if (code === null) return null;
  return (
    <Stack gap={2} align="flex-start">
      <Code>{code}</Code>
      {errors.map((error) => {
        const place = error.pointer ?? error.parameter ?? '';
        return (
          <Text key={`${place} ${error.code}`} size="xs">
            <Code>{place || 'the whole body'}</Code> {error.code.replaceAll('_', ' ')}
          </Text>
        );
      })}
    </Stack>
  );
}

function CopyId({ of: { request_id: id } }: { readonly of: Request }) {
  return (
    <Group gap={4} wrap="nowrap">
      <Text span size="xs" ff="monospace" title={id}>
        …{id.slice(-8)}
      </Text>
      <CopyButton text={id} label={`Copy the request id ${id}`} />
    </Group>
  );
}
