/** A lead to read, for members who may not change it. The values are text that can be copied. */
import { Text } from '@mantine/core';
import { useExact } from '../../session/time.tsx';
import type { Lead } from '../queries.ts';
import { type Labels, shownValue } from '../shown-value.ts';
import { columnsOf, isMoment } from '../table/columns.ts';
import { valueIn } from '../table/lead-cell.tsx';
import classes from './lead-values.module.css';

export function LeadValues({ lead, labels }: { readonly lead: Lead; readonly labels: Labels }) {
  const exact = useExact();
  return (
    <dl className={classes.values}>
      {columnsOf(labels).map(({ path, label, type }) => {
        const value = valueIn(lead, path);
        return (
          <div key={path} className={classes.pair}>
            <Text component="dt" size="xs" c="dimmed">
              <bdi>{label}</bdi>
            </Text>
            <Text component="dd" m={0} size="sm" dir="auto" className={classes.value}>
              {isMoment(type) && typeof value === 'string' ? exact(value) : shownValue(labels, path, value)}
            </Text>
          </div>
        );
      })}
    </dl>
  );
}
