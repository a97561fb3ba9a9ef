/** The value of a comparison, in an input of its type: options by label, dates by a calendar, numbers as numbers. */
import { MultiSelect, NumberInput, Select, TagsInput, TextInput } from '@mantine/core';
import { DateInput, DateTimePicker } from '@mantine/dates';
import type { ValueEditorProps } from 'react-querybuilder';
import { useDates } from '../session/time.tsx';
import { takesList, takesNoValue } from './operators.ts';
import type { Path } from './paths.ts';

/** Choices that are listed at a time: whoever looks for another one types. */
const most = 100;
const numeric = ['integer', 'number'];

export function ValueInput({ fieldData, operator, value, handleOnChange }: ValueEditorProps) {
  const { type, choices, label } = fieldData as unknown as Path;
  const { toWall, fromWall } = useDates();
  const shared = { 'aria-label': `Value for ${label}`, size: 'sm', disabled: false } as const;
  const list = Array.isArray(value) ? value.map(String) : [];
  if (takesNoValue(operator)) return null;
  if (takesList(operator)) {
    const set = (items: string[]) => handleOnChange(numeric.includes(type) ? items.map(Number) : items);
    return choices ? (
      <MultiSelect
        {...shared}
        data={[...choices]}
        value={list}
        onChange={set}
        searchable
        limit={most}
        placeholder="Choose"
        miw={200}
      />
    ) : (
      <TagsInput {...shared} value={list} onChange={set} placeholder="Type, then Enter" miw={200} />
    );
  }
  if (choices || type === 'boolean') {
    const data = choices ?? [
      { value: 'true', label: 'yes' },
      { value: 'false', label: 'no' },
    ];
    return (
      <Select
        {...shared}
        data={[...data]}
        value={value === '' ? null : String(value)}
        onChange={(next) => handleOnChange(type === 'boolean' ? next === 'true' : next)}
        searchable
        limit={most}
        allowDeselect={false}
        placeholder="Choose"
      />
    );
  }
  if (numeric.includes(type)) {
    return (
      <NumberInput
        {...shared}
        value={typeof value === 'number' ? value : ''}
        onChange={(next) => handleOnChange(typeof next === 'number' ? next : '')}
        allowDecimal={type === 'number'}
      />
    );
  }
  if (type === 'date') {
    return (
      <DateInput {...shared} value={value || null} onChange={(next) => handleOnChange(next ?? '')} placeholder="Day" />
    );
  }
  if (type === 'datetime' || type === 'created_at') {
    return (
      <DateTimePicker
        {...shared}
        value={value ? toWall(value) : null}
        onChange={(next) => handleOnChange(next === null ? '' : fromWall(next))}
        placeholder="Day and time"
        miw={200}
      />
    );
  }
  return (
    <TextInput
      {...shared}
      value={String(value ?? '')}
      onChange={(event) => handleOnChange(event.currentTarget.value)}
      placeholder="Value"
    />
  );
}
