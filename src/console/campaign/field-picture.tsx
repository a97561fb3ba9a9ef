/** The field as it will be seen: its value in a lead, and its row in a vendor's document. Drawn anew with each key. */
import { Code, Group, Paper, Stack, Text } from '@mantine/core';
import type { Shape } from '../api/client.ts';
import { hasOptions, infoOf } from './field-types.ts';

interface FieldPictureProps {
  readonly field: Shape<'FieldCreate'>;
  readonly options: readonly Shape<'Option'>[];
}

export function FieldPicture({ field, options }: FieldPictureProps) {
  const { key, type, required = false, description, min, max, max_length, pattern } = field;
  const active = options.filter(({ archived }) => !archived);
  const first = active.slice(0, 2).map(({ value }) => value);
  const example = hasOptions(type) && first.length > 0 ? (type === 'select' ? first[0] : first) : infoOf(type).example;
  const limits = [
    typeof min === 'number' && `at least ${min}`,
    typeof max === 'number' && `at most ${max}`,
    typeof max_length === 'number' && `at most ${max_length} characters`,
    pattern && `pattern ${pattern}`,
    hasOptions(type) && active.length > 0 && `one of ${active.map(({ value }) => value).join(', ')}`,
  ].filter(Boolean);
  const isText = !['integer', 'number', 'boolean', 'multi_select'].includes(type);
  const jsonType = isText ? 'string' : type === 'multi_select' ? 'array of strings' : type;
  return (
    <Stack gap="xs" aria-label="How it will look" role="group">
      <Text size="xs" fw={600} c="dimmed">
        In a lead
      </Text>
      <Code block>{`"fields": {\n  ${JSON.stringify(key || 'key')}: ${JSON.stringify(example)}\n}`}</Code>
      <Text size="xs" fw={600} c="dimmed">
        In the vendor’s document
      </Text>
      <Paper withBorder p="sm">
        <Group gap="xs" align="baseline">
          <Text size="sm" fw={600} ff="monospace">
            {key || 'key'}
          </Text>
          <Text size="xs" c="dimmed">
            {jsonType}
            {required ? '' : ' or null'}
          </Text>
          {required && (
            <Text size="xs" c="var(--mantine-color-error)" fw={600}>
              required
            </Text>
          )}
        </Group>
        <Text size="xs">{description || field.label}</Text>
        {limits.length > 0 && (
          <Text size="xs" c="dimmed" lineClamp={3}>
            {limits.join(' · ')}
          </Text>
        )}
      </Paper>
    </Stack>
  );
}
