/** Preview of a field: its value in a lead, and its row in a vendor's document. It follows each key. */
import { Code, Group, Paper, Stack, Text } from '@mantine/core';
import type { Shape } from '../../api/client.ts';
import { traits } from './field-types.ts';
import { defaultWords, exampleOf, limitWords } from './field-words.ts';

interface FieldPictureProps {
  readonly field: Shape<'Field'>;
  readonly options: readonly Shape<'Option'>[];
}

export function FieldPicture({ field, options }: FieldPictureProps) {
  const { key, label, type, required, description } = field;
  const example = exampleOf(field, options);
  const active = options.filter(({ archived }) => !archived);
  const limits = [
    ...limitWords(field),
    traits[type].options && active.length > 0 && `one of ${active.map(({ value }) => value).join(', ')}`,
    defaultWords(field),
  ].filter(Boolean);
  const name = key || 'key';
  return (
    <Stack gap="xs" aria-label="How it will look" role="group">
      <Text size="xs" fw={600} c="dimmed">
        In a lead
      </Text>
      <Code block>
        {`"fields": {\n  ${JSON.stringify(name)}: ${example === undefined ? '…' : JSON.stringify(example)}\n}`}
      </Code>
      <Text size="xs" fw={600} c="dimmed" mt="xs">
        In the vendor’s document
      </Text>
      <Paper withBorder p="sm">
        <Group gap="xs" align="baseline">
          <Text size="sm" fw={600} ff="monospace">
            {name}
          </Text>
          <Text size="xs" c="dimmed">
            {traits[type].documentType}
            {required ? '' : ' or null'}
          </Text>
          {required && (
            <Text size="xs" c="var(--mantine-color-error)" fw={600}>
              {field.default === null ? 'required' : 'never empty'}
            </Text>
          )}
        </Group>
        <Text size="xs">{description || (label ? `${label}.` : 'The name or the description.')}</Text>
        {limits.length > 0 && (
          <Text size="xs" c="dimmed" lineClamp={4} mt={4}>
            {limits.join(' · ')}
          </Text>
        )}
      </Paper>
    </Stack>
  );
}
