/** The inputs of a field, as its type needs them. Key, type and select are given only for a new field. */

import { Group, NumberInput, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { Shape } from '../../api/client.ts';
import { codeInput } from '../../ui/form/code-input.ts';
import { DerivedInput } from '../../ui/form/derived-input.tsx';
import { keyOf } from '../slug.ts';
import { FieldInput } from './field-input.tsx';
import { FieldOptions } from './field-options.tsx';
import { traits } from './field-types.ts';
import { type FieldValues, fieldOf } from './field-values.ts';
import { TypeChoice } from './type-choice.tsx';

interface FieldInputsProps {
  readonly form: UseFormReturnType<FieldValues>;
  readonly isNew: boolean;
  readonly selects: readonly Shape<'Select'>[];
  readonly options: readonly Shape<'Option'>[];
}

export function FieldInputs({ form, isNew, selects, options }: FieldInputsProps) {
  const values = form.getValues();
  const { type, label } = values;
  const { options: holds, number, longest, takesPattern, isFilterable } = traits[type];
  const choose = (next: FieldValues['type']) =>
    form.setValues({
      type: next,
      default: null,
      searchable: traits[next].options === 'one',
      options: traits[next].options && selects.length === 0 ? '' : null,
    });
  return (
    <Stack gap="md">
      {isNew && <TypeChoice value={type} onChange={choose} />}
      <TextInput label="Name" required data-autofocus maxLength={200} {...form.getInputProps('label')} />
      {isNew && (
        <DerivedInput
          label="Key"
          description="API name. Cannot be changed later."
          placeholder="zip"
          maxLength={63}
          derived={keyOf(label)}
          {...form.getInputProps('key')}
        />
      )}
      {isNew && holds && <FieldOptions form={form} selects={selects} />}
      <Textarea
        label="Description"
        description="Vendors see it on their page."
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        {...form.getInputProps('description')}
      />
      {number && (
        <Group grow align="flex-start">
          <NumberInput label="Minimum" {...form.getInputProps('min')} />
          <NumberInput label="Maximum" {...form.getInputProps('max')} />
        </Group>
      )}
      {longest !== undefined && (
        <Group grow align="flex-start">
          <NumberInput
            label="Maximum length"
            placeholder={String(longest)}
            min={1}
            max={longest}
            allowDecimal={false}
            {...form.getInputProps('max_length')}
          />
          {takesPattern && (
            <TextInput label="Pattern" placeholder="^[0-9]{4}$" styles={codeInput} {...form.getInputProps('pattern')} />
          )}
        </Group>
      )}
      <FieldInput
        field={{
          ...fieldOf(values),
          label: 'Default',
          description: 'Used when a new lead comes without a value.',
          required: false,
        }}
        options={[...options]}
        value={values.default}
        onChange={(value) => form.setFieldValue('default', value)}
        error={form.errors.default}
        filledWith={undefined}
      />
      <Group gap="lg">
        <Switch label="Required" {...form.getInputProps('required', { type: 'checkbox' })} />
        {isFilterable && <Switch label="Filterable" {...form.getInputProps('searchable', { type: 'checkbox' })} />}
      </Group>
    </Stack>
  );
}
