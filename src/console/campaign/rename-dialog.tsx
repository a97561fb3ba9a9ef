/** Another label for a select or an option: what programs and leads hold stays as it is. */
import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormDialog } from '../ui/form-dialog.tsx';
import { useCampaignChanged } from './queries.ts';

interface RenameDialogProps {
  readonly slug: string;
  readonly label: string;
  /** What stays. */
  readonly description: string;
  readonly rename: (label: string) => Promise<unknown>;
  readonly onClose: () => void;
}

export function RenameDialog({ slug, label, description, rename, onClose }: RenameDialogProps) {
  const changed = useCampaignChanged(slug);
  const form = useForm({ mode: 'controlled', initialValues: { label } });
  return (
    <FormDialog
      title={`Rename ${label}`}
      onClose={onClose}
      form={form}
      action="Save"
      submit={(values) => rename(values.label.trim())}
      done={() => void changed()}
    >
      <TextInput
        label="Label"
        description={description}
        required
        data-autofocus
        maxLength={200}
        {...form.getInputProps('label')}
      />
    </FormDialog>
  );
}
