/**
 * A key or slug that is made from a name while one types, until it is given by hand; when it is left empty it is made again. What
 * stands in the input is what is sent.
 */
import { TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useState } from 'react';

interface MadeInputProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** What it is as long as nobody gives another. */
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
