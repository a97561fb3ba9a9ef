/** A new select, and more options of one that is there: many at once, a line each. */
import { Alert, Badge, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, ask, type Shape } from '../api/client.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { numbered } from './counts.ts';
import { useCampaignChanged } from './queries.ts';
import { readOptions } from './read-options.ts';
import { keyOf } from './slug.ts';

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
      opened
      onClose={onClose}
      form={form}
      action="Create the select"
      submit={(values) =>
        ask(
          api.POST('/campaigns/{slug}/selects', {
            params: { path: { slug } },
            body: {
              key: values.key || keyOf(values.label),
              label: values.label.trim(),
              options: [...readOptions(values.options, []).options],
            },
          }),
        )
      }
      done={() => void changed()}
    >
      <TextInput
        label="Name"
        placeholder="Source"
        required
        data-autofocus
        maxLength={200}
        {...form.getInputProps('label')}
      />
      <TextInput
        label="Key"
        description="It never changes."
        placeholder={keyOf(label) || 'source'}
        maxLength={63}
        {...form.getInputProps('key')}
      />
      <OptionLines text={options} known={[]} input={form.getInputProps('options')} />
    </FormDialog>
  );
}

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
      title={`Options of ${select.label}`}
      opened
      onClose={onClose}
      done={() => void changed()}
      form={form}
      action={options.length === 0 ? 'Add' : `Add ${numbered(options.length, 'option')}`}
      disabled={options.length === 0}
      submit={add}
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

interface OptionLinesProps {
  readonly text: string;
  readonly known: readonly { value: string; label: string }[];
  readonly input: object;
  readonly autofocus?: boolean;
}

function OptionLines({ text, known, input, autofocus }: OptionLinesProps) {
  const { options, doubles } = readOptions(text, known);
  return (
    <Stack gap="xs">
      <Textarea
        label="Options"
        description="One on each line; paste as many as you like. “value;Label” gives the value as well."
        placeholder={'Vendor XYZ\nWebsite'}
        autosize
        minRows={4}
        maxRows={12}
        data-autofocus={autofocus || undefined}
        {...input}
      />
      {options.length > 0 && (
        <Group gap={4} aria-label="What will be made">
          {options.slice(0, 30).map(({ label }) => (
            <Badge key={label} variant="default" tt="none" fw={500}>
              {label}
            </Badge>
          ))}
          {options.length > 30 && <Text size="xs">and {options.length - 30} more</Text>}
        </Group>
      )}
      {doubles.length > 0 && (
        <Alert color="orange" p="xs">
          There already, and left out: {doubles.join(', ')}
        </Alert>
      )}
    </Stack>
  );
}
