/** A choice of few options, all in view, under a label. */
import { SegmentedControl, type SegmentedControlProps, Stack, Text } from '@mantine/core';
import { type ReactNode, useId } from 'react';

interface ChoiceProps extends SegmentedControlProps {
  readonly label: string;
  /** The meaning of the chosen option. */
  readonly meaning?: ReactNode;
}

export function Choice({ label, meaning, ...control }: ChoiceProps) {
  const id = useId();
  return (
    <Stack gap={4}>
      <Text size="sm" fw={500} id={id}>
        {label}
      </Text>
      <SegmentedControl aria-labelledby={id} {...control} />
      {meaning && (
        <Text size="xs" c="dimmed">
          {meaning}
        </Text>
      )}
    </Stack>
  );
}
