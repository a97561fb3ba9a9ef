/** The input of a field in a lead, by its type. An empty input stays empty: the server says what it fills the field with. */
import type { ReactNode } from 'react';
import type { Shape } from '../../api/client.ts';
import { TypedInput } from './inputs.tsx';

interface FieldInputProps {
  readonly field: Shape<'Field'>;
  readonly options: Shape<'Select'>['options'];
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly error: ReactNode;
  /** The value in words that the server fills the field with where it stays empty. */
  readonly filledWith: string | undefined;
}

export function FieldInput({ field, options, value, onChange, error, filledWith }: FieldInputProps) {
  return (
    <TypedInput
      type={field.type}
      shared={{
        label: <bdi>{field.label}</bdi>,
        // Inputs side by side stand on one line, whatever is said about them.
        inputWrapperOrder: ['label', 'input', 'description', 'error'],
        description: field.description ?? undefined,
        withAsterisk: field.required,
        error,
        placeholder: filledWith === undefined ? undefined : `${filledWith}, if left empty`,
      }}
      name={field.label}
      isClearable={!field.required}
      options={options.map((option) => ({ value: option.value, label: option.label, disabled: option.archived }))}
      isWhole
      value={value}
      onChange={onChange}
    />
  );
}
