/** Many options at once for a select that is there. */
import { useForm } from '@mantine/form';
import { api, ask, type Shape } from '../api/client.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { told } from '../ui/told.ts';
import { numbered } from './counts.ts';
import { OptionLines } from './option-lines.tsx';
import { useCampaignChanged } from './queries.ts';
import { type PastedOption, readOptions } from './read-options.ts';

interface AddOptionsProps {
  readonly slug: string;
  readonly select: Shape<'Select'>;
  readonly onClose: () => void;
}

export function AddOptionsDialog({ slug, select, onClose }: AddOptionsProps) {
  const changed = useCampaignChanged(slug);
  const form = useForm({ mode: 'controlled', initialValues: { options: '' } });
  const { options } = readOptions(form.getValues().options, select.options);
  const add = async (): Promise<readonly PastedOption[]> => {
    try {
      // One after the other, for their order is the list's.
      for (const body of options) {
        await ask(
          api.POST('/campaigns/{slug}/selects/{key}/options', {
            params: { path: { slug, key: select.key } },
            body,
          }),
        );
      }
      return options;
    } catch (error) {
      // What was made before one was refused is there: it is left out of the next try.
      await changed();
      throw error;
    }
  };
  return (
    <FormDialog
      title={`Add options to ${select.label}`}
      opened
      onClose={onClose}
      form={form}
      action={options.length === 0 ? 'Add' : `Add ${numbered(options.length, 'option')}`}
      disabled={options.length === 0}
      submit={add}
      done={(added) => {
        told(`${numbered(added.length, 'option')} added to ${select.label}.`);
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
