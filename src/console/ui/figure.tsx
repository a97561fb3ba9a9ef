/** An important number, with what it counts below it. */
import { Text } from '@mantine/core';

interface FigureProps {
  readonly name: string;
  readonly value: number | string;
  readonly size?: 'lg' | 'xl';
}

export function Figure({ name, value, size = 'xl' }: FigureProps) {
  return (
    <div>
      <Text size={size} fw={650}>
        {typeof value === 'number' ? value.toLocaleString('en') : value}
      </Text>
      <Text size="xs" c="dimmed">
        {name}
      </Text>
    </div>
  );
}
