/** The input for a value, by the type of its field. Lead forms, conditions and list filters share these inputs. */
import { MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { DateInput, DateTimePicker, TimePicker } from '@mantine/dates';
import { type FocusEvent, type ReactNode, useState } from 'react';
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
  /** The name of the input, for its parts without a visible label. */
  readonly name: string;
  readonly isClearable?: boolean;
  readonly options: readonly { readonly value: string; readonly label: string; readonly disabled: boolean }[];
  /** Whether the value is complete, as in a lead. A condition may contain only a part of an e-mail address. */
  readonly isWhole: boolean;
  readonly value: unknown;
  /** Called with `null` when the input becomes empty. */
  readonly onChange: (value: unknown) => void;
}

/** Options that are listed at a time. The others are found by typing. */
export const maxListed = 100;

export const yesAndNo = [
  { value: 'true', label: 'yes' },
  { value: 'false', label: 'no' },
];

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
const emptied = ({ name, isClearable = false }: TypedInputProps) =>
  isClearable ? { clearable: true, clearButtonProps: { 'aria-label': `Empty ${name}` } } : {};

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
  option: (props) => {
    const { shared, options, value, onChange } = props;
    return (
      <LongSelect {...shared} {...emptied(props)} data={options} value={textOf(value) || null} onChange={onChange} />
    );
  },
  options: ({ shared, options, value, onChange }) => {
    const chosen = Array.isArray(value) ? value.map(String) : [];
    return (
      <MultiSelect {...shared} data={[...options]} value={chosen} onChange={onChange} limit={maxListed} searchable />
    );
  },
  truth: (props) => {
    const { shared, value, onChange } = props;
    return (
      <Select
        {...shared}
        {...emptied(props)}
        data={yesAndNo}
        value={textOf(value) || null}
        onChange={(next) => onChange(next === null ? null : next === 'true')}
      />
    );
  },
  number: ({ type, shared, value, onChange }) => (
    <NumberInput
      {...shared}
      // A text that is not a number yet, such as a minus sign, stays as it was typed.
      value={textOf(value)}
      onChange={(next) => onChange(next === '' ? null : next)}
      allowDecimal={traits[type].number === 'decimal'}
    />
  ),
  day: (props) => {
    const { shared, value, onChange } = props;
    return <DateInput {...shared} {...emptied(props)} value={textOf(value) || null} onChange={onChange} />;
  },
  moment: MomentInput,
  clock: ClockInput,
};

function MomentInput(props: TypedInputProps) {
  const { shared, isWhole, value, onChange } = props;
  const { toWall, fromWall } = useDates();
  const text = textOf(value);
  return (
    <DateTimePicker
      {...shared}
      {...emptied(props)}
      value={text ? toWall(text) : null}
      {...(isWhole && { valueFormat: exactForm, withSeconds: true })}
      onChange={(next) => onChange(next === null ? null : fromWall(next))}
    />
  );
}

/** Hours and minutes on a 24-hour clock. The picker has no placeholder, so the description shows its words. */
function ClockInput(props: TypedInputProps) {
  const { name, shared, value, onChange } = props;
  const { 'aria-label': _, 'data-autofocus': isFocused, placeholder, description, ...wrapper } = shared;
  const [round, setRound] = useState(0);
  /** The picker reports only complete times. On blur, an hour without minutes becomes the full hour. */
  const complete = ({ currentTarget }: FocusEvent<HTMLElement>) => {
    const [hours = '', minutes = ''] = Array.from(currentTarget.querySelectorAll('input'), (input) => input.value);
    if ((hours === '') === (minutes === '')) return;
    if (hours !== '') onChange(`${hours.padStart(2, '0')}:00`);
    // A new key makes a new picker, which shows the stored value.
    setRound(round + 1);
  };
  return (
    <TimePicker
      key={round}
      {...wrapper}
      {...emptied(props)}
      description={description ?? placeholder}
      value={textOf(value)}
      onChange={(next) => onChange(next || null)}
      onBlur={complete}
      hoursInputLabel={`${name}, hours`}
      minutesInputLabel={`${name}, minutes`}
      hoursInputProps={{ 'data-autofocus': isFocused, 'aria-invalid': wrapper.error ? true : undefined }}
    />
  );
}

export function TypedInput(props: TypedInputProps) {
  const Input = inputs[traits[props.type].input];
  return <Input {...props} />;
}
