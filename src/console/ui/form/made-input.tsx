/**
 * A key or slug. It is made from a name during typing, until the member enters another one. If the input is left empty, it
 * is made again. The form sends what the input shows.
 */
import { TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useState } from 'react';

interface MadeInputProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** The value that is used unless the member enters another one. */
  readonly made: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}

export function MadeInput({ made, value = '', onChange, ...props }: MadeInputProps) {
  const [byHand, setByHand] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `onChange` is another function at each rendering
  useEffect(() => {
    if (!byHand && made !== value) onChange?.(made);
  }, [made, byHand]);
  return (
    <TextInput
      {...props}
      value={value}
      onChange={(event) => {
        setByHand(true);
        onChange?.(event.currentTarget.value);
      }}
      onBlur={() => value === '' && setByHand(false)}
      autoComplete="off"
      spellCheck={false}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
    />
  );
}
