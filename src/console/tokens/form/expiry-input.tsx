/**
 * When a token ends: never, after a usual time, or on a date; it is refused from the end of that day on. What is typed stays as it
 * was typed: of a day that is over, and of what is no day, the input says so, and the form is not sent.
 */
import { Select, Stack } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { type ReactNode, useState } from 'react';
import { readDay } from '../../session/read-day.ts';
import { useDates } from '../../session/time.tsx';

interface ExpiryInputProps {
  /** RFC 3339, null for never, {@link noDay} while a day is asked for and none is given. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly error?: ReactNode;
}

/** A token that was to end on a day and has none must not be one that never ends. */
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

/** What a form says of it; `before`: what the token has, which stays as it is. */
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
