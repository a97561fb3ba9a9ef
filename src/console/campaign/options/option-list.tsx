/**
 * The options of a select in a region that scrolls, and the dialogs for one of them. Options are dragged, or moved by their
 * menus.
 */
import { Text } from '@mantine/core';
import { Fragment, useRef, useState } from 'react';
import { api, ask, type Shape } from '../../api/client.ts';
import { Room } from '../../ui/list/room.tsx';
import { useRegionRows } from '../../ui/list/use-rows.ts';
import { Sortable, shift } from '../../ui/sortable.tsx';
import { AnnouncedAdditions } from '../announced/announced-marks.tsx';
import { useAnnounced } from '../announced/use-announced.ts';
import { RenameDialog } from '../changes/rename-dialog.tsx';
import type { Place } from '../order/move-items.tsx';
import { PositionDialog } from '../order/position-dialog.tsx';
import { selectsQuery } from '../queries.ts';
import { inOrder, useOrder } from '../use-order.ts';
import { ArchiveOption } from './archive-option.tsx';
import { OptionRow } from './option-row.tsx';
import classes from './select-card.module.css';

type Option = Shape<'Option'>;

interface OptionListProps {
  readonly slug: string;
  readonly select: Shape<'Select'>;
  /**
   * The options that a search found, in the chosen order. Undefined for all options in their own order, which can be
   * changed.
   */
  readonly found: readonly Option[] | undefined;
  /** Whether archived options are shown. */
  readonly archived: boolean;
  /** Value of the option to scroll to. */
  readonly mark: string | undefined;
}

type Doing = 'rename' | 'archive' | 'place';

export function OptionList({ slug, select: { key, label, options }, found, archived, mark }: OptionListProps) {
  const [doing, setDoing] = useState<readonly [Doing, Option]>();
  const [what, chosen] = doing ?? [];
  const announced = useAnnounced(slug);
  const done = () => setDoing(undefined);
  const order = useOrder({
    slug,
    names: options.map(nameIn),
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
  const shown = found ?? inOrder(order.shown, options, nameIn).filter((option) => archived || !option.archived);
  const values = shown.map(nameIn);
  const region = useRef<HTMLUListElement>(null);
  const rows = useRegionRows<HTMLUListElement>({ keys: values, height: 36, mark }, region);
  const placeOf = (value: string): Place | undefined =>
    found
      ? undefined
      : { at: values.indexOf(value), count: values.length, to: (at) => shift(values, value, at, order.put) };
  const place = chosen && placeOf(chosen.value);
  const nameOf = (value: string) => options.find((option) => option.value === value)?.label ?? value;
  return (
    <>
      <AnnouncedAdditions slug={slug} announced={announced.added('option', key)} />
      <Sortable ids={values} nameOf={nameOf} onMove={order.put}>
        <ul
          ref={(element) => {
            region.current = element;
            rows.container.current = element;
          }}
          className={classes.options}
          aria-label={`Options of ${label}`}
        >
          {rows.shown.map(({ index, key: value, before, props }) => {
            const option = shown[index];
            return (
              option && (
                <Fragment key={value}>
                  <Room height={before} inList />
                  <li {...props} className={classes.item} aria-posinset={index + 1} aria-setsize={values.length}>
                    <OptionRow
                      slug={slug}
                      select={key}
                      option={option}
                      announced={announced.of('option', value, key)}
                      place={placeOf(value)}
                      ask={() => setDoing(['place', option])}
                      rename={() => setDoing(['rename', option])}
                      archive={() => setDoing(['archive', option])}
                    />
                  </li>
                </Fragment>
              )
            );
          })}
          <Room height={rows.after} inList />
        </ul>
      </Sortable>
      {shown.length === 0 && (
        <Text size="sm" c="dimmed">
          {options.length > 0 ? 'All options are archived.' : 'No options yet.'}
        </Text>
      )}
      {what === 'rename' && chosen && (
        <RenameDialog
          slug={slug}
          label={chosen.label}
          description={`Leads keep the API name “${chosen.value}”.`}
          onClose={done}
          find={(selects) =>
            selects.find((one) => one.key === key)?.options.find(({ value }) => value === chosen.value)?.label
          }
          rename={(label, from) =>
            ask(
              api.PATCH('/campaigns/{slug}/selects/{key}/options/{value}', {
                params: { path: { slug, key, value: chosen.value }, ...from },
                body: { label },
              }),
            )
          }
        />
      )}
      {what === 'archive' && chosen && <ArchiveOption slug={slug} select={key} option={chosen} onClose={done} />}
      {what === 'place' && chosen && place && <PositionDialog name={chosen.label} place={place} onClose={done} />}
    </>
  );
}

const nameIn = ({ value }: Option) => value;
