/** The options of a select in their order, and what is done with one of them. */
import { Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Shape } from '../api/client.ts';
import { failed } from '../ui/told.ts';
import { ArchiveOption } from './archive-option.tsx';
import { OptionRow } from './option-row.tsx';
import { selectsQuery, useCampaignChanged, useMadeFrom } from './queries.ts';
import { RenameDialog } from './rename-dialog.tsx';
import classes from './select-card.module.css';
import { orderRefused } from './stale.ts';

type Option = Shape<'Option'>;

interface OptionListProps {
  readonly slug: string;
  readonly select: Shape<'Select'>;
  /** Whether archived ones are shown. */
  readonly all: boolean;
}

export function OptionList({ slug, select: { key, options }, all }: OptionListProps) {
  const changed = useCampaignChanged(slug);
  const madeFrom = useMadeFrom(selectsQuery(slug));
  const [renaming, setRenaming] = useState<Option>();
  const [archiving, setArchiving] = useState<Option>();
  const order = useMutation({
    mutationFn: (values: string[]) =>
      ask(
        api.PUT('/campaigns/{slug}/selects/{key}/options/order', {
          params: { path: { slug, key }, ...madeFrom() },
          body: { values },
        }),
      ),
    scope: { id: `options of ${slug} ${key}` },
    onError: (error) => failed(orderRefused(error)),
    onSettled: changed,
  });
  const shown = options.filter((option) => all || !option.archived);
  // They change places: those that are not shown keep theirs.
  const exchange = (one: Option, other: Option | undefined) =>
    other &&
    (() =>
      order.mutate(
        options.map(({ value }) => (value === one.value ? other.value : value === other.value ? one.value : value)),
      ));
  return (
    <>
      <Stack gap={0} component="ul" className={classes.options}>
        {shown.map((option, i) => (
          <OptionRow
            key={option.value}
            slug={slug}
            select={key}
            option={option}
            rename={() => setRenaming(option)}
            archive={() => setArchiving(option)}
            up={exchange(option, shown[i - 1])}
            down={exchange(option, shown[i + 1])}
          />
        ))}
        {shown.length === 0 && (
          <Text size="sm" c="dimmed" component="li">
            {options.length > 0 ? 'All its options are archived.' : 'No options yet.'}
          </Text>
        )}
      </Stack>
      {renaming && (
        <RenameDialog
          slug={slug}
          label={renaming.label}
          description={`Leads hold “${renaming.value}”, and go on doing so.`}
          onClose={() => setRenaming(undefined)}
          rename={(label) =>
            ask(
              api.PATCH('/campaigns/{slug}/selects/{key}/options/{value}', {
                params: { path: { slug, key, value: renaming.value } },
                body: { label },
              }),
            )
          }
        />
      )}
      {archiving && (
        <ArchiveOption slug={slug} select={key} option={archiving} onClose={() => setArchiving(undefined)} />
      )}
    </>
  );
}
