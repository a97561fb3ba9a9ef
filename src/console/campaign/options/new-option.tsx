/** Adds an option at the end of its list: type a label and press Enter. The value is shown before it is created. */
import { Button, Group, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Shape } from '../../api/client.ts';
import { messageOf } from '../../api/problem.ts';
import { Allowed, useMay } from '../../session/roles.tsx';
import { useCampaignChanged } from '../queries.ts';
import { readOptions } from './read-options.ts';

interface NewOptionProps {
  readonly slug: string;
  readonly select: Shape<'Select'>;
}

export function NewOption({ slug, select }: NewOptionProps) {
  const [label, setLabel] = useState('');
  const changed = useCampaignChanged(slug);
  const { options, leftOut } = readOptions(label, select.options);
  const [option] = options;
  const add = useMutation({
    mutationFn: (body: Shape<'OptionCreate'>) =>
      ask(api.POST('/campaigns/{slug}/selects/{key}/options', { params: { path: { slug, key: select.key } }, body })),
    onSuccess: async () => {
      setLabel('');
      await changed();
    },
  });
  const why = leftOut[0] ? `“${leftOut[0].label}”: ${leftOut[0].why}` : add.error && messageOf(add.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (option && !add.isPending) add.mutate(option);
      }}
    >
      <Group gap="xs" align="flex-start" wrap="nowrap" mt="sm">
        <TextInput
          flex={1}
          size="xs"
          aria-label={`New option of ${select.label}`}
          placeholder="New option…"
          value={label}
          maxLength={200}
          disabled={!useMay('admin')}
          onChange={(event) => {
            add.reset();
            setLabel(event.currentTarget.value);
          }}
          error={why}
          rightSection={
            option && (
              <Text size="xs" c="dimmed" ff="monospace" pr="xs" truncate>
                {option.value}
              </Text>
            )
          }
          rightSectionWidth={option ? 130 : 0}
        />
        <Allowed to="admin">
          <Button
            type="submit"
            size="xs"
            variant="default"
            loading={add.isPending}
            disabled={!option}
            aria-label={`Add to ${select.label}`}
          >
            Add
          </Button>
        </Allowed>
      </Group>
    </form>
  );
}
