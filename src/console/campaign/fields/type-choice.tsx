/** The type of a new field, chosen from cards in groups. */
import { Radio, SimpleGrid, Stack, Text } from '@mantine/core';
import type { Shape } from '../../api/client.ts';
import { fieldTypes } from './field-types.ts';
import classes from './type-choice.module.css';

interface TypeChoiceProps {
  readonly value: Shape<'FieldType'>;
  readonly onChange: (value: Shape<'FieldType'>) => void;
}

export function TypeChoice({ value, onChange }: TypeChoiceProps) {
  return (
    <Radio.Group label="Type" value={value} onChange={(next) => onChange(next as Shape<'FieldType'>)}>
      <Stack gap="xs" mt={4}>
        {fieldTypes.map(({ group, types }) => (
          <div key={group}>
            <Text size="xs" c="dimmed" mb={4}>
              {group}
            </Text>
            <SimpleGrid cols={{ base: 2, xs: 3 }} spacing={6}>
              {types.map(({ type, label, hint }) => (
                <Radio.Card key={type} value={type} className={classes.card} aria-label={`${label} ${hint}`}>
                  <Text size="sm" fw={500}>
                    {label}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {hint}
                  </Text>
                </Radio.Card>
              ))}
            </SimpleGrid>
          </div>
        ))}
      </Stack>
    </Radio.Group>
  );
}
