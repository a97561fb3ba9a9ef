/** The limits of a token per minute. An empty input shows the default. 0 means no limit. */
import { Group, NumberInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { usualLimits } from './limits.ts';
import type { TokenValues } from './token-values.ts';

interface LimitInputsProps {
  readonly form: UseFormReturnType<TokenValues>;
  readonly scope: 'account' | 'campaign';
}

export function LimitInputs({ form, scope }: LimitInputsProps) {
  const usual = usualLimits[scope];
  const input = (label: string, name: keyof typeof usual) => (
    <NumberInput
      label={label}
      description={`Leave empty for the default (${usual[name].toLocaleString('en')}). 0 = unlimited.`}
      placeholder={usual[name].toLocaleString('en')}
      min={0}
      max={1_000_000}
      allowDecimal={false}
      thousandSeparator=","
      key={form.key(`rate_limit.${name}`)}
      {...form.getInputProps(`rate_limit.${name}`)}
    />
  );
  return (
    <Group grow align="flex-start" preventGrowOverflow={false}>
      {input('Requests a minute', 'requests_per_minute')}
      {form.getValues().permission === 'read_write' && input('Leads written a minute', 'writes_per_minute')}
    </Group>
  );
}
