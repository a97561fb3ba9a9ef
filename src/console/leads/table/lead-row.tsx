/**
 * One lead of the list, as a row of cells or a card. A click anywhere opens it. Its link works with the keyboard and in a
 * new tab.
 */
// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by position, which a table of HTML does not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the row is opened by the link in it
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the row is opened by the link in it
import { Badge } from '@mantine/core';
import { type MouseEvent, memo } from 'react';
import { LeadLink } from '../lead-link.tsx';
import type { Lead } from '../queries.ts';
import { type Labels, shownValue, titleOf } from '../shown-value.ts';
import { type Column, isMoment, lookOf } from './columns.ts';
import { LeadCell, valueIn } from './lead-cell.tsx';
import classes from './lead-table.module.css';
import type { Mark } from './use-lead-list.ts';

interface LeadRowProps {
  readonly lead: Lead;
  readonly labels: Labels;
  readonly columns: readonly Column[];
  readonly wide: boolean;
  readonly mark: Mark | undefined;
  readonly rowIndex: number;
  /** Distance from the top, in pixels. */
  readonly start: number;
  readonly open: (lead: Lead) => void;
}

/** Renders again only if something of this row changed, because scrolling moves the other rows. */
export const LeadRow = memo(function LeadRow(props: LeadRowProps) {
  const { lead, labels, columns, wide, mark, rowIndex, start, open } = props;
  const click = (event: MouseEvent) => {
    const selects = window.getSelection()?.isCollapsed === false;
    if (!event.defaultPrevented && !event.metaKey && !event.ctrlKey && !selects) open(lead);
  };
  const title = titleOf(lead, labels);
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      className={wide ? classes.row : classes.card}
      data-mark={mark}
      style={{ transform: `translateY(${start}px)` }}
      onClick={click}
    >
      <span role="cell" className={classes.title}>
        <LeadLink id={lead.id} c="inherit" fw={600} fz="sm" dir="auto" title={title.length > 20 ? title : undefined}>
          {title}
        </LeadLink>
        {mark && (
          <Badge
            size="xs"
            variant="light"
            tt="none"
            title="It stays in the list until you reload, even if it does not match the filters."
          >
            {mark}
          </Badge>
        )}
      </span>
      {wide ? (
        columns.map((column) => (
          <span key={column.path} role="cell" className={classes.cell} data-look={lookOf(column.type)}>
            <LeadCell lead={lead} column={column} labels={labels} />
          </span>
        ))
      ) : (
        <Summary lead={lead} labels={labels} columns={columns} title={title} />
      )}
    </div>
  );
});

/** The values that a card shows beside the lead's title: status, time of creation, and the first of the chosen columns. */
function Summary({
  lead,
  labels,
  columns,
  title,
}: Pick<LeadRowProps, 'lead' | 'labels' | 'columns'> & { title: string }) {
  const [status, ...others] = [{ path: 'status', label: 'Status', type: 'status' } as const, ...columns];
  const texts = others
    .filter(({ type }) => type !== 'status' && !isMoment(type))
    .map(({ path }) => shownValue(labels, path, valueIn(lead, path)))
    .filter((text) => text !== '–' && text !== title);
  return (
    <>
      <span role="cell" className={classes.end}>
        <LeadCell lead={lead} column={status} labels={labels} />
      </span>
      <span role="cell" className={classes.cell} data-quiet>
        {texts.slice(0, 2).join(' · ') || '–'}
      </span>
      <span role="cell" className={classes.end} data-quiet>
        <LeadCell lead={lead} column={{ path: 'created_at', label: 'Created', type: 'datetime' }} labels={labels} />
      </span>
    </>
  );
}
