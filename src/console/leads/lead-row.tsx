/** One lead of the list: a row, or a card with the first of its columns. */
// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by position, which a table of HTML does not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the row is opened by the button in it
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
import { Text, UnstyledButton } from '@mantine/core';
import type { CSSProperties } from 'react';
import type { Shape } from '../api/client.ts';
import { Ago } from '../session/time.tsx';
import classes from './lead-table.module.css';
import type { Lead } from './queries.ts';
import { type Labels, shownValue, titleOf } from './shown-value.ts';
import { StatusBadge } from './status-badge.tsx';

interface LeadRowProps {
  readonly lead: Lead;
  readonly labels: Labels;
  readonly columns: readonly Shape<'Field'>[];
  readonly wide: boolean;
  readonly changed: boolean;
  readonly rowIndex: number;
  readonly style: CSSProperties;
  readonly open: () => void;
}

export function LeadRow({ lead, labels, columns, wide, changed, rowIndex, style, open }: LeadRowProps) {
  const title = titleOf(lead, labels);
  const shown = columns
    .map(({ key }) => ({ key, text: shownValue(labels, `fields.${key}`, lead.fields[key]) }))
    .filter(({ text }) => wide || (text !== '–' && text !== title));
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      className={wide ? classes.row : classes.card}
      data-changed={changed || undefined}
      style={style}
    >
      <span role="cell" className={classes.cell}>
        <UnstyledButton className={classes.open} onClick={open} fw={600} fz="sm">
          {title}
        </UnstyledButton>
        {changed && (
          <Text span size="xs" c="dimmed">
            {' '}
            changed
          </Text>
        )}
      </span>
      <span role="cell" className={classes.cell}>
        <StatusBadge status={lead.status} statuses={labels.statuses} />
      </span>
      {(wide ? shown : shown.slice(0, 1)).map(({ key, text }) => (
        <span key={key} role="cell" className={classes.cell} title={wide ? text : undefined}>
          {text}
        </span>
      ))}
      <span role="cell" className={classes.time}>
        <Ago at={lead.created_at} />
      </span>
    </div>
  );
}
