/** The input of a field, by its type. Empty is empty: what a field is filled with, the server says. */
import { MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { DateInput, DateTimePicker } from '@mantine/dates';
import type { ReactNode } from 'react';
import type { Shape } from '../../api/client.ts';
import { exactForm } from '../../session/dates.ts';
import { useDates } from '../../session/time.tsx';
import { LongSelect } from '../../ui/list/long-select.tsx';

interface FieldInputProps {
  readonly field: Shape<'Field'>;
  readonly options: Shape<'Select'>['options'];
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly error: ReactNode;
  /** What the server fills it with where it stays empty, in words. */
  readonly filledWith: string | undefined;
}

/** Options that are listed at a time: whoever looks for another one types. */
const most = 100;

const inputTypes: Readonly<Partial<Record<Shape<'FieldType'>, string>>> = { email: 'email', phone: 'tel', url: 'url' };
const truth = [
  { value: 'true', label: 'yes' },
  { value: 'false', label: 'no' },
];

export function FieldInput({ field, options, value, onChange, error, filledWith }: FieldInputProps) {
  const { toWall, fromWall } = useDates();
  const shared = {
    label: <bdi>{field.label}</bdi>,
    // Inputs side by side stand on one line, whatever is said about them.
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[],
    description: field.description ?? undefined,
    withAsterisk: field.required,
    error,
    placeholder: filledWith === undefined ? undefined : `${filledWith}, if left empty`,
  };
  const text = value === null || value === undefined ? '' : String(value);
  const emptied = { clearable: !field.required, clearButtonProps: { 'aria-label': `Empty ${field.label}` } };
  const offered = options.map((option) => ({ value: option.value, label: option.label, disabled: option.archived }));
  switch (field.type) {
    case 'select':
      return <LongSelect {...shared} {...emptied} data={offered} value={text || null} onChange={onChange} />;
    case 'multi_select': {
      const chosen = Array.isArray(value) ? value.map(String) : [];
      return <MultiSelect {...shared} data={offered} value={chosen} onChange={onChange} limit={most} searchable />;
    }
    case 'boolean':
      return (
        <Select
          {...shared}
          {...emptied}
          data={truth}
          value={text || null}
          onChange={(next) => onChange(next === null ? null : next === 'true')}
        />
      );
    case 'integer':
    case 'number':
      return (
        <NumberInput
          {...shared}
          // What is no number yet, such as a minus alone, stays as it was typed.
          value={text}
          onChange={(next) => onChange(next === '' ? null : next)}
          allowDecimal={field.type === 'number'}
        />
      );
    case 'date':
      return <DateInput {...shared} {...emptied} value={text || null} onChange={onChange} />;
    case 'datetime':
      return (
        <DateTimePicker
          {...shared}
          {...emptied}
          value={text ? toWall(text) : null}
          valueFormat={exactForm}
          withSeconds
          onChange={(next) => onChange(next === null ? null : fromWall(next))}
        />
      );
    case 'long_text':
      return (
        <Textarea
          {...shared}
          dir="auto"
          value={text}
          onChange={(event) => onChange(event.currentTarget.value || null)}
          autosize
          minRows={2}
          maxRows={8}
        />
      );
    default:
      return (
        <TextInput
          {...shared}
          dir={inputTypes[field.type] ? undefined : 'auto'}
          type={inputTypes[field.type] ?? 'text'}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        />
      );
  }
}
