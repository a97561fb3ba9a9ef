/** An error, with a button to try again if that is possible, and the request's id for support. */
import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { messageOf, Problem } from '../api/problem.ts';

interface ProblemAlertProps {
  readonly error: unknown;
  readonly retry?: () => void;
  /** The failure in short, such as "Not saved". */
  readonly title?: string;
}

export function ProblemAlert({
  error,
  retry,
  title = retry ? 'Could not be loaded' : 'Not completed',
}: ProblemAlertProps) {
  const problem = error instanceof Problem ? error : undefined;
  if (problem?.status === 403) {
    return (
      <Alert color="gray" icon={<IconLock size={18} />} title="Not for your role">
        <Text size="sm">{problem.message}</Text>
      </Alert>
    );
  }
  return (
    <Alert color="red" icon={<IconAlertTriangle size={18} />} title={title} role="alert">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{messageOf(error)}</Text>
        {retry && (
          <Button size="xs" variant="default" onClick={retry}>
            Try again
          </Button>
        )}
        {problem?.requestId && (
          <Text size="xs" c="dimmed">
            Request {problem.requestId}
          </Text>
        )}
      </Stack>
    </Alert>
  );
}
