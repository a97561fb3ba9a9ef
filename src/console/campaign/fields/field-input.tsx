/** The input of a field in a lead. An empty input stays empty: the server fills in the default. */
import type { ReactNode } from 'react';
import type { Shape } from '../../api/client.ts';
import { TypedInput } from './inputs.tsx';

interface FieldInputProps {
  readonly field: Shape<'Field'>;
  readonly options: Shape<'Select'>['options'];
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly error: ReactNode;
  /** The default in words: the server fills it in if the input stays empty. */
  readonly filledWith: string | undefined;
}

export function FieldInput({ field, options, value, onChange, error, filledWith }: FieldInputProps) {
  return (
    <TypedInput
      type={field.type}
      shared={{
        label: <bdi>{field.label}</bdi>,
        // Inputs side by side are aligned, whatever their descriptions.
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
