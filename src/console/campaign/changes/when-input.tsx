/** Input for when a change is made: at once, or on a date. Until that date the vendors' pages announce it. */
import { Radio, Stack } from '@mantine/core';
import { atOnce, type When } from './planned.ts';
import { TimeAndNote } from './time-and-note.tsx';

interface WhenInputProps {
  readonly value: When;
  /** The value when the member chooses a date. */
  readonly later: When;
  readonly onChange: (value: When) => void;
}

export function WhenInput({ value, later, onChange }: WhenInputProps) {
  const isLater = value.at !== undefined;
  return (
    <Stack gap="xs">
      <Radio.Group
        label="When"
        value={isLater ? 'later' : 'now'}
        onChange={(choice) => onChange(choice === 'now' ? atOnce : later)}
      >
        <Stack gap={6} mt={4}>
          <Radio value="now" label="At once" />
          <Radio value="later" label="On a date: vendors see it on their pages until then" />
        </Stack>
      </Radio.Group>
      {isLater && <TimeAndNote value={value} onChange={onChange} />}
    </Stack>
  );
}
