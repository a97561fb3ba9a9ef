/** A value in the table: a status as a badge, a time in words, anything else as text that stays within its cell. */

import { Ago } from '../../session/time.tsx';
import type { Lead } from '../queries.ts';
import { type Labels, shownValue } from '../shown-value.ts';
import { StatusBadge } from '../status-badge.tsx';
import { type Column, isMoment } from './columns.ts';

export const valueIn = (lead: Lead, path: string): unknown =>
  path.startsWith('fields.') ? lead.fields[path.slice('fields.'.length)] : lead[path as keyof Lead];

interface LeadCellProps {
  readonly lead: Lead;
  readonly column: Column;
  readonly labels: Labels;
}

export function LeadCell({ lead, column: { path, type }, labels }: LeadCellProps) {
  const value = valueIn(lead, path);
  if (type === 'status') return <StatusBadge status={lead.status} statuses={labels.statuses} />;
  if (isMoment(type) && typeof value === 'string') return <Ago at={value} />;
  const text = shownValue(labels, path, value);
  return (
    <bdi title={text.length > 16 ? text : undefined} data-empty={text === '–' || undefined}>
      {text}
    </bdi>
  );
}
