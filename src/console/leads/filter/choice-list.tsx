/**
 * Options with checkboxes. They are always in view, because a list that drops down in a popover would cover its button. A
 * long list can be searched.
 */
import { Checkbox, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Choice } from '../../filters/paths.ts';
import { fold } from '../../ui/list/find.ts';

interface ChoiceListProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

const few = 8;
/** Nobody reads a longer list. A search finds the others. */
const maxShown = 100;

export function ChoiceList({ label, choices, chosen, onChange }: ChoiceListProps) {
  const [wanted, setWanted] = useState('');
  const found = choices.filter((one) => fold(one.label).includes(fold(wanted.trim())));
  return (
    <Checkbox.Group label={<bdi>{label}</bdi>} value={[...chosen]} onChange={onChange}>
      {choices.length > few && (
        <TextInput
          aria-label={`Search ${label}`}
          placeholder="Search"
          size="xs"
          mt={6}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
          data-autofocus
        />
      )}
      <ScrollArea.Autosize mah={260} type="auto" offsetScrollbars mt="xs">
        <Stack gap={8}>
          {found.slice(0, maxShown).map((one, i) => (
            <Checkbox
              key={one.value}
              size="sm"
              value={one.value}
              label={<bdi>{one.label}</bdi>}
              data-autofocus={(choices.length <= few && i === 0) || undefined}
            />
          ))}
        </Stack>
      </ScrollArea.Autosize>
      {found.length > maxShown && (
        <Text size="xs" c="dimmed" mt="xs">
          {maxShown} of {found.length.toLocaleString('en')}: search to find the others.
        </Text>
      )}
    </Checkbox.Group>
  );
}
