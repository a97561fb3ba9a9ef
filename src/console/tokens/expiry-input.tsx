/** When a token ends: never, after a usual time, or on a date; it is refused from the end of that day on. */
import { Select, Stack } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import dayjs from 'dayjs';
import { type ReactNode, useState } from 'react';

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

const endOf = (date: dayjs.ConfigType) => dayjs(date).endOf('day').toISOString();

export function ExpiryInput({ value, onChange, error }: ExpiryInputProps) {
  const [choice, setChoice] = useState<string>(value === null ? never : onDate);
  const choose = (next: string | null) => {
    const chosen = next ?? never;
    setChoice(chosen);
    if (chosen === never) onChange(null);
    else if (chosen !== onDate) onChange(endOf(dayjs().add(Number(chosen), 'day')));
  };
  return (
    <Stack gap={6}>
      <Select
        label="Expires"
        data={[{ value: never, label: 'Never' }, ...days, { value: onDate, label: 'On a date…' }]}
        value={choice}
        onChange={choose}
        allowDeselect={false}
        error={choice === onDate ? undefined : error}
      />
      {choice === onDate && (
        <DateInput
          aria-label="Last day"
          value={value === null ? null : dayjs(value).format('YYYY-MM-DD')}
          onChange={(date) => onChange(date === null ? null : endOf(date))}
          minDate={dayjs().format('YYYY-MM-DD')}
          valueFormat="D MMM YYYY"
          placeholder="Last day"
          error={error}
        />
      )}
    </Stack>
  );
}
