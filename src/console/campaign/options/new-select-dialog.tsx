/** The form of a new select with its first options. They can be pasted, one on each line. */
import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, ask } from '../../api/client.ts';
import { DerivedInput } from '../../ui/form/derived-input.tsx';
import { FormDialog } from '../../ui/form/form-dialog.tsx';
import { showToast } from '../../ui/toast.ts';
import { useCampaignChanged } from '../queries.ts';
import { keyOf } from '../slug.ts';
import { OptionLines } from './option-lines.tsx';
import { readOptions } from './read-options.ts';

interface SelectValues extends Record<string, unknown> {
  label: string;
  key: string;
  options: string;
}

export function NewSelectDialog({ slug, onClose }: { readonly slug: string; readonly onClose: () => void }) {
  const changed = useCampaignChanged(slug);
  const form = useForm<SelectValues>({ mode: 'controlled', initialValues: { label: '', key: '', options: '' } });
  const { label, options } = form.getValues();
  return (
    <FormDialog
      title="New select"
      onClose={onClose}
      form={form}
      action="Create the select"
      submit={(values) =>
        ask(
          api.POST('/campaigns/{slug}/selects', {
            params: { path: { slug } },
            body: {
              key: values.key,
              label: values.label.trim(),
              options: [...readOptions(values.options, []).options],
            },
          }),
        )
      }
      done={(select) => {
        showToast(`The select “${select.label}” is created. A field can use it now.`);
        void changed();
      }}
    >
      <TextInput
        label="Name"
        placeholder="Source"
        required
        data-autofocus
        maxLength={200}
        {...form.getInputProps('label')}
      />
      <DerivedInput
        label="Key"
        description="API name. Cannot be changed later."
        placeholder="source"
        maxLength={63}
        derived={keyOf(label)}
        {...form.getInputProps('key')}
      />
      <OptionLines text={options} known={[]} input={form.getInputProps('options')} />
    </FormDialog>
  );
}
