/** The options of a select in their order, and what is done with one of them. */
import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { api, ask, type Shape } from '../api/client.ts';
import { ArchiveOption } from './archive-option.tsx';
import { OptionRow } from './option-row.tsx';
import { selectsQuery } from './queries.ts';
import { RenameDialog } from './rename-dialog.tsx';
import classes from './select-card.module.css';
import { inOrder, useOrder } from './use-order.ts';

type Option = Shape<'Option'>;

interface OptionListProps {
  readonly slug: string;
  readonly select: Shape<'Select'>;
  /** Whether archived ones are shown. */
  readonly all: boolean;
}

export function OptionList({ slug, select: { key, options }, all }: OptionListProps) {
  const [renaming, setRenaming] = useState<Option>();
  const [archiving, setArchiving] = useState<Option>();
  const order = useOrder({
    slug,
    names: options.map(({ value }) => value),
    list: selectsQuery(slug),
    scope: `options of ${key}`,
    save: (values, from) =>
      ask(
        api.PUT('/campaigns/{slug}/selects/{key}/options/order', {
          params: { path: { slug, key }, ...from },
          body: { values },
        }),
      ),
  });
  const shown = inOrder(order.shown, options, ({ value }) => value).filter((option) => all || !option.archived);
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
            up={order.exchange(option.value, shown[i - 1]?.value)}
            down={order.exchange(option.value, shown[i + 1]?.value)}
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
