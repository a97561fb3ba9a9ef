/**
 * When a token ends: never, after a number of days, or on a date. The token works until the end of that day. Typed text
 * stays as it was typed. For a past day and for text that is not a day, the input shows an error, and the form is not sent.
 */
import { Select, Stack } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { type ReactNode, useState } from 'react';
import { readDay } from '../../session/read-day.ts';
import { useDates } from '../../session/time.tsx';

interface ExpiryInputProps {
  /** RFC 3339, null for never, {@link noDay} while no day is chosen yet. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly error?: ReactNode;
}

/** Without this value, a token that should end on a day would never end. */
export const noDay = '';

const never = 'never';
const onDate = 'date';
const days = [
  { value: '7', label: 'In 7 days' },
  { value: '30', label: 'In 30 days' },
  { value: '90', label: 'In 90 days' },
  { value: '365', label: 'In a year' },
];

const isOver = (value: string | null) => value !== null && value !== noDay && Date.parse(value) <= Date.now();
const over = 'This day is over. Choose today or a later day.';

/** The error of the input in a form. `before` is the token's current value, which is accepted unchanged. */
export const expiryFault =
  (before: string | null) =>
  (value: string | null): string | null => {
    if (value === noDay) return 'Choose a day, such as 27 Dec 2027.';
    return value !== before && isOver(value) ? over : null;
  };

export function ExpiryInput({ value, onChange, error }: ExpiryInputProps) {
  const { moment, endOfDay, endOfDayIn, dayOf } = useDates();
  const [choice, setChoice] = useState<string>(value === null ? never : onDate);
  const choose = (next: string | null) => {
    const chosen = next ?? never;
    setChoice(chosen);
    if (chosen === never) onChange(null);
    else onChange(chosen === onDate ? (value ?? noDay) : endOfDayIn(Number(chosen)));
  };
  const ends = value !== null && value !== noDay;
  return (
    <Stack gap={6}>
      <Select
        label="Expires"
        data={[{ value: never, label: 'Never' }, ...days, { value: onDate, label: 'On a date…' }]}
        value={choice}
        onChange={choose}
        allowDeselect={false}
        description={ends && !isOver(value) ? `Ends ${moment(value)}.` : undefined}
        error={choice === onDate ? undefined : error}
      />
      {choice === onDate && (
        <DateInput
          aria-label="Last day"
          value={ends ? dayOf(value) : null}
          onChange={(date) => onChange(date === null ? noDay : endOfDay(date))}
          onInput={({ currentTarget }) => readDay(currentTarget.value) === undefined && onChange(noDay)}
          dateParser={(text) => readDay(text) ?? null}
          fixOnBlur={false}
          placeholder="Last day"
          error={error ?? (isOver(value) ? over : undefined)}
        />
      )}
    </Stack>
  );
}
