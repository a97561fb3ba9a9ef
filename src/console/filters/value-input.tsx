/** The value of a comparison, in an input of its type: options by label, dates by a calendar, numbers as numbers. */
import { MultiSelect, Select, TagsInput } from '@mantine/core';
import type { ValueEditorProps } from 'react-querybuilder';
import { traits } from '../campaign/fields/field-types.ts';
import { maxListed, TypedInput, yesAndNo } from '../campaign/fields/inputs.tsx';
import { isFieldType, takesList, takesNoValue } from './operators.ts';
import type { Path } from './paths.ts';

export function ValueInput({ fieldData, operator, value, handleOnChange }: ValueEditorProps) {
  const { type, choices, label } = fieldData as unknown as Path;
  const shared = { 'aria-label': `Value for ${label}`, size: 'sm', disabled: false } as const;
  const list = Array.isArray(value) ? value.map(String) : [];
  if (takesNoValue(operator)) return null;
  if (takesList(operator)) {
    const set = (items: string[]) =>
      handleOnChange(isFieldType(type) && traits[type].number ? items.map(Number) : items);
    return choices ? (
      <MultiSelect
        {...shared}
        data={[...choices]}
        value={list}
        onChange={set}
        searchable
        limit={maxListed}
        placeholder="Choose"
        miw={200}
      />
    ) : (
      <TagsInput {...shared} value={list} onChange={set} placeholder="Type, then Enter" miw={200} />
    );
  }
  const isTruth = isFieldType(type) && traits[type].input === 'truth';
  if (choices || isTruth) {
    return (
      <Select
        {...shared}
        data={[...(choices ?? yesAndNo)]}
        value={value === '' ? null : String(value)}
        onChange={(next) => handleOnChange(isTruth ? next === 'true' : next)}
        searchable
        limit={maxListed}
        allowDeselect={false}
        placeholder="Choose"
      />
    );
  }
  const fieldType = isFieldType(type) ? type : typeOfPath[type];
  const { number, placeholder, input } = traits[fieldType];
  return (
    <TypedInput
      type={fieldType}
      name={`Value for ${label}`}
      shared={{ ...shared, placeholder, ...(input === 'moment' && { miw: 200 }) }}
      options={[]}
      isWhole={false}
      value={value}
      // A text that is not a number yet does not count as a value.
      onChange={(next) => handleOnChange(number && typeof next !== 'number' ? '' : (next ?? ''))}
    />
  );
}

/** The field type whose input suits a path that is not a field. */
const typeOfPath = { status: 'text', external_id: 'text', created_at: 'datetime' } as const;
