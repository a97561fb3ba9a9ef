/** When a change is made: at once, or by itself on a date, until which documents tell of it. */
import { Radio, Stack } from '@mantine/core';
import dayjs from 'dayjs';
import { atOnce, type When } from './planned.ts';
import { TimeAndNote } from './time-and-note.tsx';

interface WhenInputProps {
  readonly value: When;
  readonly onChange: (value: When) => void;
}

export function WhenInput({ value, onChange }: WhenInputProps) {
  const later = value.at !== undefined;
  return (
    <Stack gap="xs">
      <Radio.Group
        label="When"
        value={later ? 'later' : 'now'}
        onChange={(choice) => onChange(choice === 'now' ? atOnce : { ...value, at: inFourWeeks() })}
      >
        <Stack gap={6} mt={4}>
          <Radio value="now" label="At once" />
          <Radio value="later" label="On a date: vendors are told until then" />
        </Stack>
      </Radio.Group>
      {later && <TimeAndNote value={value} onChange={onChange} />}
    </Stack>
  );
}

/** At the start of a day: what vendors can be ready for. */
const inFourWeeks = () => dayjs().add(28, 'day').startOf('day').toISOString();
