/** The input of a field, by its type. Empty is empty: what a field is filled with, the server says. */
import { MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { DateInput, DateTimePicker } from '@mantine/dates';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import type { Shape } from '../api/client.ts';

interface FieldInputProps {
  readonly field: Shape<'Field'>;
  readonly options: Shape<'Select'>['options'];
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly error: ReactNode;
  readonly disabled: boolean;
}

const inputTypes: Readonly<Partial<Record<Shape<'FieldType'>, string>>> = { email: 'email', phone: 'tel', url: 'url' };
const truth = [
  { value: 'true', label: 'yes' },
  { value: 'false', label: 'no' },
];

export function FieldInput({ field, options, value, onChange, error, disabled }: FieldInputProps) {
  const shared = {
    label: field.label,
    description: field.description ?? undefined,
    withAsterisk: field.required,
    error,
    disabled,
  };
  const text = value === null || value === undefined ? '' : String(value);
  const emptied = { clearable: !field.required, clearButtonProps: { 'aria-label': `Empty ${field.label}` } };
  const offered = options.map((option) => ({ value: option.value, label: option.label, disabled: option.archived }));
  switch (field.type) {
    case 'select':
      return <Select {...shared} {...emptied} data={offered} value={text || null} onChange={onChange} searchable />;
    case 'multi_select': {
      const chosen = Array.isArray(value) ? value.map(String) : [];
      return <MultiSelect {...shared} data={offered} value={chosen} onChange={onChange} searchable />;
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
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : null)}
          allowDecimal={field.type === 'number'}
        />
      );
    case 'date':
      return <DateInput {...shared} {...emptied} value={text || null} onChange={onChange} valueFormat="YYYY-MM-DD" />;
    case 'datetime':
      return (
        <DateTimePicker
          {...shared}
          {...emptied}
          value={text ? dayjs(text).format('YYYY-MM-DD HH:mm:ss') : null}
          // With the browser's zone: without one nobody would know which moment is meant.
          onChange={(next) => onChange(next === null ? null : dayjs(next).toISOString())}
        />
      );
    case 'long_text':
      return (
        <Textarea
          {...shared}
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
          type={inputTypes[field.type] ?? 'text'}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        />
      );
  }
}
