/** Adds many options at once to an existing select. */
import { useForm } from '@mantine/form';
import { api, ask, type Shape } from '../../api/client.ts';
import { FormDialog } from '../../ui/form/form-dialog.tsx';
import { showToast } from '../../ui/toast.ts';
import { numbered } from '../counts.ts';
import { useCampaignChanged } from '../queries.ts';
import { OptionLines } from './option-lines.tsx';
import { readOptions } from './read-options.ts';

interface AddOptionsProps {
  readonly slug: string;
  readonly select: Shape<'Select'>;
  readonly onClose: () => void;
}

export function AddOptionsDialog({ slug, select, onClose }: AddOptionsProps) {
  const changed = useCampaignChanged(slug);
  const form = useForm({ mode: 'controlled', initialValues: { options: '' } });
  const { options } = readOptions(form.getValues().options, select.options);
  const add = () =>
    ask(
      api.POST('/campaigns/{slug}/selects/{key}/options/batch', {
        params: { path: { slug, key: select.key } },
        body: { options: [...options] },
      }),
    );
  return (
    <FormDialog
      title={`Add options to ${select.label}`}
      onClose={onClose}
      form={form}
      action={options.length === 0 ? 'Add' : `Add ${numbered(options.length, 'option')}`}
      disabled={options.length === 0}
      submit={add}
      done={() => {
        showToast(`${numbered(options.length, 'option')} added to ${select.label}.`);
        void changed();
      }}
    >
      <OptionLines
        text={form.getValues().options}
        known={select.options}
        input={form.getInputProps('options')}
        autofocus
      />
    </FormDialog>
  );
}
