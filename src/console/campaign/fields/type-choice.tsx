/** The type of a new field, chosen from cards in groups. */
import { Radio, SimpleGrid, Stack, Text } from '@mantine/core';
import { type FieldType, fieldTypes, groups, traits } from './field-types.ts';
import classes from './type-choice.module.css';

interface TypeChoiceProps {
  readonly value: FieldType;
  readonly onChange: (value: FieldType) => void;
}

const typesOf = (group: string) =>
  fieldTypes.map((type) => [type, traits[type]] as const).filter(([, entry]) => entry.group === group);

export function TypeChoice({ value, onChange }: TypeChoiceProps) {
  return (
    <Radio.Group label="Type" value={value} onChange={(next) => onChange(next as FieldType)}>
      <Stack gap="xs" mt={4}>
        {groups.map((group) => (
          <div key={group}>
            <Text size="xs" c="dimmed" mb={4}>
              {group}
            </Text>
            <SimpleGrid cols={{ base: 2, xs: 3 }} spacing={6}>
              {typesOf(group).map(([type, { label, hint }]) => (
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
