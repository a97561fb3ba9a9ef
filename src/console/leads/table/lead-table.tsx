/**
 * Leads as rows of a scrolling region. Only rows in view are rendered. The next page is read before the end is reached, and
 * a page that was dropped from memory before the member scrolls back to it. On a narrow screen, a row is a card.
 */
// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by position, which a table of HTML does not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: a row is opened by the link in it
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
import { Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useEffect, useRef } from 'react';
import type { Lead } from '../queries.ts';
import type { Labels } from '../shown-value.ts';
import { type Column, lookOf, tracksOf } from './columns.ts';
import { LeadRow } from './lead-row.tsx';
import classes from './lead-table.module.css';
import { ListFooter } from './list-footer.tsx';
import type { LeadList } from './use-lead-list.ts';
import type { Total } from './use-total.ts';

interface LeadTableProps {
  readonly list: LeadList;
  readonly labels: Labels;
  readonly columns: readonly Column[];
  readonly total: Total;
  readonly open: (lead: Lead) => void;
}

/** In rows. */
const ahead = 30;

export function LeadTable({ list, labels, columns, total, open }: LeadTableProps) {
  const { leads, skipped, more, reached } = list;
  const wide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  const region = useRef<HTMLDivElement>(null);
  const height = wide ? 40 : 74;
  const rows = useVirtualizer({
    count: reached + (more ? 1 : 0),
    getScrollElement: () => region.current,
    estimateSize: () => height,
    overscan: 12,
  });
  const first = rows.range?.startIndex ?? 0;
  const last = rows.range?.endIndex ?? 0;
  useEffect(() => list.see(Math.max(0, first - ahead), last + ahead));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another search begins at its top, and another height of rows is measured
  useEffect(() => {
    rows.measure();
    rows.scrollToOffset(0);
  }, [list.key, wide]);
  const { tracks, least } = tracksOf(columns);
  return (
    <>
      <div
        ref={region}
        className={classes.region}
        style={{ '--tracks': tracks, '--least': wide ? least : '0', '--height': `${height}px` } as CSSProperties}
        role="table"
        aria-label="Leads"
        aria-rowcount={more ? -1 : reached + 1}
        aria-busy={list.isOld}
        data-old={list.isOld || undefined}
        tabIndex={0}
      >
        {wide && <Head columns={columns} />}
        <div role="rowgroup" className={classes.rows} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const lead = leads[index - skipped];
            return lead ? (
              <LeadRow
                key={lead.id}
                lead={lead}
                labels={labels}
                columns={columns}
                wide={wide}
                mark={list.marks.get(lead.id)}
                rowIndex={index + 2}
                start={start}
                open={open}
              />
            ) : (
              <Waiting key={index} start={start} />
            );
          })}
        </div>
      </div>
      <ListFooter list={list} first={first + 1} last={last + 1} total={total} />
    </>
  );
}

function Head({ columns }: Pick<LeadTableProps, 'columns'>) {
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" className={classes.titles}>
        <span role="columnheader" className={classes.title}>
          Lead
        </span>
        {columns.map(({ path, label, type }) => (
          <span key={path} role="columnheader" className={classes.cell} data-look={lookOf(type)}>
            <bdi title={label}>{label}</bdi>
          </span>
        ))}
      </div>
    </div>
  );
}

function Waiting({ start }: { readonly start: number }) {
  return (
    <div role="row" className={classes.waiting} style={{ transform: `translateY(${start}px)` }}>
      <span role="cell">
        <Skeleton height={14} w="60%" aria-label="Loading" role="img" />
      </span>
    </div>
  );
}
