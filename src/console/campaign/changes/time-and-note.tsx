/** Inputs for the time of an announced change and for the note to vendors. */
import '@mantine/dates/styles.css';
import { Textarea } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import type { ReactNode } from 'react';
import { useDates, useTimeZone } from '../../session/time.tsx';
import type { When } from './planned.ts';

interface TimeAndNoteProps {
  readonly value: When;
  readonly onChange: (value: When) => void;
  readonly error?: ReactNode;
}

export function TimeAndNote({ value, onChange, error }: TimeAndNoteProps) {
  const { today, toWall, fromWall } = useDates();
  const zone = useTimeZone();
  return (
    <>
      <DateTimePicker
        label="Takes effect"
        description={`Time zone: ${zone}.`}
        required
        value={value.at ? toWall(value.at) : null}
        onChange={(at) => onChange({ ...value, at: at === null ? null : fromWall(at) })}
        minDate={today}
        error={error}
      />
      <Textarea
        label="Note for vendors"
        description="Shown on their pages."
        maxLength={1_000}
        autosize
        minRows={2}
        value={value.note}
        onChange={(event) => onChange({ ...value, note: event.currentTarget.value })}
      />
    </>
  );
}
