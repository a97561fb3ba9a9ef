/**
 * When a token ends: never, after a usual time, or on a date; it is refused from the end of that day on. A day that is over is
 * said to be so, and stays as it was typed.
 */
import { Select, Stack } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { type ReactNode, useState } from 'react';
import { useDates } from '../session/time.tsx';

interface ExpiryInputProps {
  /** RFC 3339, or null for never. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly error?: ReactNode;
}

const never = 'never';
const onDate = 'date';
const days = [
  { value: '7', label: 'In 7 days' },
  { value: '30', label: 'In 30 days' },
  { value: '90', label: 'In 90 days' },
  { value: '365', label: 'In a year' },
];

export function ExpiryInput({ value, onChange, error }: ExpiryInputProps) {
  const { moment, endOfDay, endOfDayIn, dayOf } = useDates();
  const [choice, setChoice] = useState<string>(value === null ? never : onDate);
  const choose = (next: string | null) => {
    const chosen = next ?? never;
    setChoice(chosen);
    if (chosen === never) onChange(null);
    else if (chosen !== onDate) onChange(endOfDayIn(Number(chosen)));
  };
  const isPast = value !== null && Date.parse(value) <= Date.now();
  return (
    <Stack gap={6}>
      <Select
        label="Expires"
        data={[{ value: never, label: 'Never' }, ...days, { value: onDate, label: 'On a date…' }]}
        value={choice}
        onChange={choose}
        allowDeselect={false}
        description={value !== null && !isPast ? `Ends ${moment(value)}.` : undefined}
        error={choice === onDate ? undefined : error}
      />
      {choice === onDate && (
        <DateInput
          aria-label="Last day"
          value={value === null ? null : dayOf(value)}
          onChange={(date) => onChange(date === null ? null : endOfDay(date))}
          valueFormat="D MMM YYYY"
          placeholder="Last day"
          error={error ?? (isPast ? 'This day is over. Choose today or a later day.' : undefined)}
        />
      )}
    </Stack>
  );
}
