/** An option of a select, with its menu. An archived option is dimmed and can be restored. */
import { Badge, Menu } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconPencil } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api, ask, type Shape } from '../../api/client.ts';
import { messageOf } from '../../api/problem.ts';
import { MoreMenu } from '../../session/more-menu.tsx';
import { useMay } from '../../session/roles.tsx';
import { useSortableItem } from '../../ui/sortable.tsx';
import { showFailure, showToast } from '../../ui/toast.ts';
import { AnnouncedMarks } from '../announced/announced-marks.tsx';
import type { Announced } from '../announced/use-announced.ts';
import { MoveItems, type Place } from '../order/move-items.tsx';
import { useCampaignChanged } from '../queries.ts';
import classes from './select-card.module.css';

interface OptionRowProps {
  readonly slug: string;
  readonly select: string;
  readonly option: Shape<'Option'>;
  readonly announced: readonly Announced[];
  readonly rename: () => void;
  readonly archive: () => void;
  /** Undefined while the option cannot be moved. */
  readonly place: Place | undefined;
  /** Opens the dialog that asks for the position. */
  readonly ask: () => void;
}

export function OptionRow({ slug, select, option, announced, rename, archive, place, ask: askPlace }: OptionRowProps) {
  const may = useMay('admin');
  const changed = useCampaignChanged(slug);
  const { item, handle } = useSortableItem(option.value, option.label, !may || !place);
  const restore = useMutation({
    mutationFn: () =>
      ask(
        api.PATCH('/campaigns/{slug}/selects/{key}/options/{value}', {
          params: { path: { slug, key: select, value: option.value } },
          body: { archived: false },
        }),
      ),
    onSuccess: () => {
      showToast(`${option.label} is offered again.`);
      void changed();
    },
    onError: (error) => showFailure(messageOf(error)),
  });
  return (
    <div className={classes.option} data-archived={option.archived || undefined} {...item}>
      {handle}
      <span className={classes.name}>
        {option.label} <span className={classes.value}>{option.value}</span>
        {option.archived && (
          <Badge size="xs" variant="default" ml="xs" tt="none">
            Archived
          </Badge>
        )}
        <AnnouncedMarks slug={slug} announced={announced} />
      </span>
      <MoreMenu of={option.label}>
        <Menu.Item leftSection={<IconPencil size={15} />} disabled={!may} onClick={rename}>
          Rename…
        </Menu.Item>
        <MoveItems place={place} ask={askPlace} />
        {option.archived ? (
          <Menu.Item leftSection={<IconArchiveOff size={15} />} disabled={!may} onClick={() => restore.mutate()}>
            Restore
          </Menu.Item>
        ) : (
          <Menu.Item leftSection={<IconArchive size={15} />} disabled={!may} onClick={archive}>
            Archive…
          </Menu.Item>
        )}
      </MoreMenu>
    </div>
  );
}
