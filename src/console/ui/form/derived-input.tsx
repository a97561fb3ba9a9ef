/**
 * A key or slug. It is made from a name during typing, until the member enters another one. If the input is left empty, it
 * is made again. The form sends what the input shows.
 */

import { TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useState } from 'react';
import { codeInput } from './code-input.ts';

interface DerivedInputProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** The value that is used unless the member enters another one. */
  readonly derived: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}

export function DerivedInput({ derived, value = '', onChange, ...props }: DerivedInputProps) {
  const [byHand, setByHand] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `onChange` is another function at each rendering
  useEffect(() => {
    if (!byHand && derived !== value) onChange?.(derived);
  }, [derived, byHand]);
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
      styles={codeInput}
    />
  );
}
