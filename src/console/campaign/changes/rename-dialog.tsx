/** Changes the label of a select or an option. Keys and values stay, so programs and leads are not affected. */
import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type MadeFrom, madeFrom, type Shape } from '../../api/client.ts';
import { FormDialog } from '../../ui/form/form-dialog.tsx';
import { selectsQuery, useCampaignChanged } from '../queries.ts';
import { Overtaken } from './overtaken.tsx';
import { isStale } from './stale.ts';
import { useSaveSeen } from './use-save-seen.ts';
import { useSeen } from './use-seen.ts';

interface RenameDialogProps {
  readonly slug: string;
  readonly label: string;
  /** Says what stays the same. */
  readonly description: string;
  /** Finds the label among the selects. */
  readonly find: (selects: readonly Shape<'Select'>[]) => string | undefined;
  readonly rename: (label: string, from: MadeFrom) => Promise<unknown>;
  readonly onClose: () => void;
}

export function RenameDialog({ slug, label, description, find, rename, onClose }: RenameDialogProps) {
  const changed = useCampaignChanged(slug);
  const form = useForm({ mode: 'controlled', initialValues: { label } });
  const { save, conflict, gone } = useSaveSeen({
    ...useSeen(selectsQuery(slug), find),
    same: (before, now) => before === now,
    send: ({ etag }) => rename(form.getValues().label.trim(), madeFrom(etag)),
  });
  return (
    <FormDialog
      title={`Rename ${label}`}
      onClose={onClose}
      form={form}
      action="Save"
      submit={() => save()}
      shows={isStale}
      disabled={gone}
      done={() => void changed()}
    >
      {(conflict || gone) && (
        <Overtaken thing="name" gone={gone}>
          “{conflict?.theirs}”
        </Overtaken>
      )}
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
