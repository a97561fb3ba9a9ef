/**
 * Leads as rows of one scrolling region, of which only those in sight are drawn; the next page is fetched before its end is
 * reached. Where there is little room a row is a card.
 */
// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by position, which a table of HTML does not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the row is opened by the button in it
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
import { Box, Loader } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { Shape } from '../api/client.ts';
import { LeadRow } from './lead-row.tsx';
import classes from './lead-table.module.css';
import type { Lead } from './queries.ts';
import type { Labels } from './shown-value.ts';

interface LeadTableProps {
  readonly leads: readonly Lead[];
  readonly labels: Labels;
  readonly columns: readonly Shape<'Field'>[];
  /** Ids of leads that were changed here, and may have left the list's filters. */
  readonly changed: ReadonlySet<string>;
  readonly more: boolean;
  readonly fetchMore: () => void;
  readonly open: (lead: Lead) => void;
}

const ahead = 20;

export function LeadTable({ leads, labels, columns, changed, more, fetchMore, open }: LeadTableProps) {
  const wide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  const region = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: leads.length + (more ? 1 : 0),
    getScrollElement: () => region.current,
    estimateSize: () => (wide ? 44 : 88),
    overscan: 12,
  });
  const drawn = rows.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && last >= leads.length - ahead) fetchMore();
  }, [more, last, leads.length, fetchMore]);
  // The same for every row, whatever is in it: each row is a grid of its own.
  const grid = {
    gridTemplateColumns: `minmax(190px, 1.2fr) 150px repeat(${columns.length}, minmax(150px, 1fr)) 140px`,
    minWidth: 480 + 150 * columns.length,
  };
  const titles = ['Lead', 'Status', ...columns.map(({ label }) => label), 'Created'];
  return (
    <Box
      ref={region}
      className={classes.region}
      role="table"
      aria-label="Leads"
      aria-rowcount={more ? -1 : leads.length + 1}
      tabIndex={0}
    >
      {wide && (
        <div role="rowgroup" className={classes.head}>
          <div role="row" className={classes.titles} style={grid}>
            {titles.map((title, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two fields may have one label
              <span key={i} role="columnheader" className={classes.cell}>
                {title}
              </span>
            ))}
          </div>
        </div>
      )}
      <div role="rowgroup" className={classes.rows} style={{ height: rows.getTotalSize() }}>
        {drawn.map(({ index, start, size }) => {
          const lead = leads[index];
          const place = { transform: `translateY(${start}px)`, height: size };
          return lead ? (
            <LeadRow
              key={lead.id}
              lead={lead}
              labels={labels}
              columns={columns}
              wide={wide}
              changed={changed.has(lead.id)}
              rowIndex={index + 2}
              style={wide ? { ...place, ...grid } : place}
              open={() => open(lead)}
            />
          ) : (
            <div key="more" role="row" className={classes.more} style={place}>
              <span role="cell">
                <Loader size="sm" aria-label="Loading more" />
              </span>
            </div>
          );
        })}
      </div>
    </Box>
  );
}
