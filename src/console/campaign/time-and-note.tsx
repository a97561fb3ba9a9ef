/** The time of an announced change, and what vendors should know about it. */
import '@mantine/dates/styles.css';
import { Textarea } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import type { When } from './planned.ts';

interface TimeAndNoteProps {
  readonly value: When;
  readonly onChange: (value: When) => void;
  readonly error?: ReactNode;
}

export function TimeAndNote({ value, onChange, error }: TimeAndNoteProps) {
  return (
    <>
      <DateTimePicker
        label="Takes effect"
        description="In the time of this browser."
        required
        value={value.at ? dayjs(value.at).format('YYYY-MM-DD HH:mm:ss') : null}
        onChange={(at) => onChange({ ...value, at: at === null ? null : dayjs(at).toISOString() })}
        minDate={dayjs().format('YYYY-MM-DD')}
        valueFormat="D MMM YYYY, HH:mm"
        error={error}
      />
      <Textarea
        label="What vendors should know about it"
        description="Stands in their documents."
        maxLength={1_000}
        autosize
        minRows={2}
        value={value.note}
        onChange={(event) => onChange({ ...value, note: event.currentTarget.value })}
      />
    </>
  );
}
