/** A range of days in the member's zone, both ends included. The filter's values are days, or the times at which days begin. */
import { Button, Group, Stack } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { addDays } from '../../session/dates.ts';
import { useDates } from '../../session/time.tsx';
import { type FilterDraft, namesOf } from './filters.ts';

const spans = [
  { label: 'Today', days: 0 },
  { label: '7 days', days: 6 },
  { label: '30 days', days: 29 },
];

export function DayRange({ filter, draft, put }: FilterDraft) {
  const { today, dayOf, dayStart } = useDates();
  const [first, last = ''] = namesOf(filter);
  const isTimes = filter.kind === 'times';
  const from = draft[first];
  const until = draft[last];
  const setFrom = (day: string | null) => put(first, day === null ? undefined : isTimes ? dayStart(day) : day);
  // A time before the next day's beginning lies in this day.
  const setLast = (day: string | null) =>
    put(last, day === null ? undefined : isTimes ? dayStart(addDays(day, 1)) : day);
  const lastDay = (at: string) => dayOf(new Date(Date.parse(at) - 1).toISOString());
  const input = { clearable: true, popoverProps: { withinPortal: false }, placeholder: 'Any day' };
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
                setFrom(addDays(today, -days));
                setLast(null);
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
          value={from === undefined ? null : isTimes ? dayOf(from) : from}
          onChange={setFrom}
          clearButtonProps={{ 'aria-label': 'Clear From' }}
        />
        <DateInput
          label="To"
          {...input}
          value={until === undefined ? null : isTimes ? lastDay(until) : until}
          onChange={setLast}
          clearButtonProps={{ 'aria-label': 'Clear To' }}
        />
      </Group>
    </Stack>
  );
}
