/** From one day to another, both included, in the member's zone; a day alone, or moments at which days begin. */
import { Button, Group, Stack } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import dayjs from 'dayjs';
import { useZoned } from '../session/zone.ts';
import { type FilterDraft, namesOf } from './filters.ts';

const format = 'YYYY-MM-DD';
const spans = [
  { label: 'Today', days: 0 },
  { label: '7 days', days: 6 },
  { label: '30 days', days: 29 },
];

export function DayRange({ filter, draft, put }: FilterDraft) {
  const { toWall, fromWall } = useZoned();
  const [first, last = ''] = namesOf(filter);
  const isTimes = filter.kind === 'times';
  const dayOf = (name: string, shift: number) => {
    const value = draft[name];
    if (value === undefined) return null;
    return isTimes ? dayjs(toWall(value)).subtract(shift, 'millisecond').format(format) : value;
  };
  const set = (name: string, day: string | null, shift: number) => {
    const then = day && dayjs(day).add(shift, 'day').format(format);
    put(name, then ? (isTimes ? fromWall(then) : then) : undefined);
  };
  const toShift = isTimes ? 1 : 0;
  const input = { valueFormat: format, clearable: true, popoverProps: { withinPortal: false }, placeholder: 'Any day' };
  return (
    <Stack gap="xs">
      {isTimes && (
        <Group gap={6}>
          {spans.map(({ label, days }) => (
            <Button
              key={label}
              size="compact-xs"
              variant="default"
              onClick={() => {
                const today = toWall(new Date().toISOString()).slice(0, 10);
                set(first, dayjs(today).subtract(days, 'day').format(format), 0);
                set(last, null, 0);
              }}
            >
              {label}
            </Button>
          ))}
        </Group>
      )}
      <Group grow align="flex-start">
        <DateInput
          label="From"
          {...input}
          value={dayOf(first, 0)}
          onChange={(day) => set(first, day, 0)}
          clearButtonProps={{ 'aria-label': 'Empty From' }}
        />
        <DateInput
          label="To"
          {...input}
          value={dayOf(last, toShift)}
          onChange={(day) => set(last, day, toShift)}
          clearButtonProps={{ 'aria-label': 'Empty To' }}
        />
      </Group>
    </Stack>
  );
}
