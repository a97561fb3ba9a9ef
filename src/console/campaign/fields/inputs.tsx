/** The inputs of values. Forms of leads, conditions and filters of lists all take theirs from here, by the type of the field. */
import { MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { DateInput, DateTimePicker } from '@mantine/dates';
import type { ReactNode } from 'react';
import { exactForm } from '../../session/dates.ts';
import { useDates } from '../../session/time.tsx';
import { LongSelect } from '../../ui/list/long-select.tsx';
import { type FieldType, type FieldTypeEntry, traits } from './field-types.ts';

interface TypedInputProps {
  readonly type: FieldType;
  /** Properties that every input of Mantine has. */
  readonly shared: {
    readonly label?: ReactNode;
    readonly description?: ReactNode;
    readonly error?: ReactNode;
    readonly placeholder?: string | undefined;
    readonly withAsterisk?: boolean;
    readonly size?: 'sm';
    readonly miw?: number;
    readonly 'aria-label'?: string;
    readonly 'data-autofocus'?: boolean;
    readonly inputWrapperOrder?: ('label' | 'input' | 'description' | 'error')[];
  };
  /** The name of the button that empties the input; without one there is no such button. */
  readonly emptyLabel?: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string; readonly disabled: boolean }[];
  /** Whether the value is a whole one, as a lead has it. A condition may also ask for a part of an address. */
  readonly isWhole: boolean;
  readonly value: unknown;
  /** Gets `null` where the input is empty. */
  readonly onChange: (value: unknown) => void;
}

/** Options that are listed at a time: a person who looks for another one types. */
const most = 100;

const truth = [
  { value: 'true', label: 'yes' },
  { value: 'false', label: 'no' },
];

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
const emptied = (label: string | undefined) =>
  label === undefined ? {} : { clearable: true, clearButtonProps: { 'aria-label': label } };

const inputs: Readonly<Record<FieldTypeEntry['input'], (props: TypedInputProps) => ReactNode>> = {
  line: ({ type, shared, isWhole, value, onChange }) => {
    const lineType = isWhole ? traits[type].lineType : 'text';
    return (
      <TextInput
        {...shared}
        dir={lineType === 'text' ? 'auto' : undefined}
        type={lineType}
        value={textOf(value)}
        onChange={(event) => onChange(event.currentTarget.value || null)}
      />
    );
  },
  lines: ({ shared, value, onChange }) => (
    <Textarea
      {...shared}
      dir="auto"
      value={textOf(value)}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      autosize
      minRows={2}
      maxRows={8}
    />
  ),
  option: ({ shared, emptyLabel, options, value, onChange }) => (
    <LongSelect {...shared} {...emptied(emptyLabel)} data={options} value={textOf(value) || null} onChange={onChange} />
  ),
  options: ({ shared, options, value, onChange }) => {
    const chosen = Array.isArray(value) ? value.map(String) : [];
    return <MultiSelect {...shared} data={[...options]} value={chosen} onChange={onChange} limit={most} searchable />;
  },
  truth: ({ shared, emptyLabel, value, onChange }) => (
    <Select
      {...shared}
      {...emptied(emptyLabel)}
      data={truth}
      value={textOf(value) || null}
      onChange={(next) => onChange(next === null ? null : next === 'true')}
    />
  ),
  number: ({ type, shared, value, onChange }) => (
    <NumberInput
      {...shared}
      // A text that is no number yet, such as a minus alone, stays as it was typed.
      value={textOf(value)}
      onChange={(next) => onChange(next === '' ? null : next)}
      allowDecimal={traits[type].number === 'decimal'}
    />
  ),
  day: ({ shared, emptyLabel, value, onChange }) => (
    <DateInput {...shared} {...emptied(emptyLabel)} value={textOf(value) || null} onChange={onChange} />
  ),
  moment: MomentInput,
};

function MomentInput({ shared, emptyLabel, isWhole, value, onChange }: TypedInputProps) {
  const { toWall, fromWall } = useDates();
  const text = textOf(value);
  return (
    <DateTimePicker
      {...shared}
      {...emptied(emptyLabel)}
      value={text ? toWall(text) : null}
      {...(isWhole && { valueFormat: exactForm, withSeconds: true })}
      onChange={(next) => onChange(next === null ? null : fromWall(next))}
    />
  );
}

export function TypedInput(props: TypedInputProps) {
  const Input = inputs[traits[props.type].input];
  return <Input {...props} />;
}
