/** Another label for an option: what leads hold stays as it is. */
import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, ask, type Shape } from '../api/client.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { useCampaignChanged } from './queries.ts';

interface OptionDialogProps {
  readonly slug: string;
  readonly select: Shape<'Select'>;
  readonly option: Shape<'Option'>;
  readonly onClose: () => void;
}

export function OptionDialog({ slug, select, option, onClose }: OptionDialogProps) {
  const changed = useCampaignChanged(slug);
  const form = useForm({ mode: 'controlled', initialValues: { label: option.label } });
  return (
    <FormDialog
      title={`Rename ${option.label}`}
      opened
      onClose={onClose}
      form={form}
      action="Save"
      submit={({ label }) =>
        ask(
          api.PATCH('/campaigns/{slug}/selects/{key}/options/{value}', {
            params: { path: { slug, key: select.key, value: option.value } },
            body: { label: label.trim() },
          }),
        )
      }
      done={() => void changed()}
    >
      <TextInput
        label="Label"
        description={`Leads hold “${option.value}”, and go on doing so.`}
        required
        data-autofocus
        maxLength={200}
        {...form.getInputProps('label')}
      />
    </FormDialog>
  );
}
