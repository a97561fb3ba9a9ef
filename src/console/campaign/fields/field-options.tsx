/** The source of a new field's options: an existing select, or lines that become a new select. */
import { Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { Shape } from '../../api/client.ts';
import { Choice } from '../../ui/form/choice.tsx';
import { LongSelect } from '../../ui/list/long-select.tsx';
import { OptionLines } from '../options/option-lines.tsx';
import { readOptions } from '../options/read-options.ts';
import type { FieldValues } from './field-values.ts';

interface FieldOptionsProps {
  readonly form: UseFormReturnType<FieldValues>;
  readonly selects: readonly Shape<'Select'>[];
}

const sources = [
  { value: 'select', label: 'An existing select' },
  { value: 'own', label: 'New options' },
];

export function FieldOptions({ form, selects }: FieldOptionsProps) {
  const { options, default: preset } = form.getValues();
  const isOwn = options !== null || selects.length === 0;
  const write = (text: string) => {
    const values = readOptions(text, []).options.map(({ value }) => value);
    const stays = [preset].flat().every((value) => values.includes(String(value)));
    form.setValues({ options: text, ...(!stays && { default: null }) });
  };
  return (
    <Stack gap="sm">
      {selects.length > 0 && (
        <Choice
          label="Options from"
          data={sources}
          value={isOwn ? 'own' : 'select'}
          onChange={(source) => form.setValues({ options: source === 'own' ? '' : null, default: null })}
          meaning={isOwn && 'The options become a select with the same name. Other fields can use it too.'}
        />
      )}
      {isOwn ? (
        <OptionLines
          text={options ?? ''}
          known={[]}
          input={{
            value: options ?? '',
            onChange: (event: { currentTarget: { value: string } }) => write(event.currentTarget.value),
            error: form.errors.options,
            required: true,
          }}
        />
      ) : (
        <LongSelect
          label="Select"
          required
          data={selects.map((one) => ({ value: one.key, label: one.label }))}
          allowDeselect={false}
          {...form.getInputProps('select')}
          onChange={(select) => form.setValues({ select, default: null })}
        />
      )}
    </Stack>
  );
}
