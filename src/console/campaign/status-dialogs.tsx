/** A status, new or changed; and its removal, which moves the leads that have it to another. */
import { SegmentedControl, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { api, ask, type Shape } from '../api/client.ts';
import { Problem } from '../api/problem.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { told } from '../ui/told.ts';
import { numbered } from './counts.ts';
import { useCampaignChanged } from './queries.ts';
import { keyOf } from './slug.ts';

type Status = Shape<'Status'>;

interface StatusValues extends Record<string, unknown> {
  label: string;
  key: string;
  category: Status['category'];
  is_default: boolean;
}

interface StatusDialogProps {
  readonly slug: string;
  /** Undefined: a new one. */
  readonly status: Status | undefined;
  readonly onClose: () => void;
}

const categories = [
  { value: 'open', label: 'Open' },
  { value: 'won', label: 'Won' },
  { value: 'lost', label: 'Lost' },
];

export function StatusDialog({ slug, status, onClose }: StatusDialogProps) {
  const changed = useCampaignChanged(slug);
  const form = useForm<StatusValues>({
    mode: 'controlled',
    initialValues: status ?? { label: '', key: '', category: 'open', is_default: false },
  });
  const { label, is_default } = form.getValues();
  const submit = ({ key, ...values }: StatusValues) => {
    const body = {
      label: values.label.trim(),
      category: values.category,
      ...(values.is_default && { is_default: true }),
    };
    return status
      ? ask(api.PATCH('/campaigns/{slug}/statuses/{key}', { params: { path: { slug, key: status.key } }, body }))
      : ask(
          api.POST('/campaigns/{slug}/statuses', {
            params: { path: { slug } },
            body: { key: key || keyOf(values.label), ...body },
          }),
        );
  };
  return (
    <FormDialog
      title={status ? `Change ${status.label}` : 'New status'}
      opened
      onClose={onClose}
      form={form}
      submit={submit}
      done={() => void changed()}
      action={status ? 'Save' : 'Create the status'}
    >
      <TextInput label="Name" required data-autofocus maxLength={200} {...form.getInputProps('label')} />
      {!status && (
        <TextInput
          label="Key"
          description="What leads hold: it never changes."
          placeholder={keyOf(label) || 'contacted'}
          maxLength={63}
          {...form.getInputProps('key')}
        />
      )}
      <Stack gap={4}>
        <Text size="sm" fw={500} id="category">
          It means that the lead is
        </Text>
        <SegmentedControl aria-labelledby="category" data={categories} {...form.getInputProps('category')} />
      </Stack>
      <Switch
        label="New leads get it"
        description={status?.is_default ? 'To change this, make another status the default.' : undefined}
        checked={is_default}
        disabled={status?.is_default ?? false}
        onChange={(event) => form.setFieldValue('is_default', event.currentTarget.checked)}
      />
    </FormDialog>
  );
}

interface RemoveStatusProps {
  readonly slug: string;
  readonly status: Status;
  readonly others: readonly Status[];
  readonly onClose: () => void;
}

export function RemoveStatusDialog({ slug, status, others, onClose }: RemoveStatusProps) {
  const changed = useCampaignChanged(slug);
  const [leads, setLeads] = useState<number>();
  const [target, setTarget] = useState(others[0]?.key ?? '');
  const remove = async (): Promise<boolean> => {
    try {
      const query = leads === undefined ? {} : { move_to: target };
      await ask(api.DELETE('/campaigns/{slug}/statuses/{key}', { params: { path: { slug, key: status.key }, query } }));
      return true;
    } catch (error) {
      const used = error instanceof Problem && error.code === 'in_use' ? error.more.leads : undefined;
      if (leads !== undefined || typeof used !== 'number' || used === 0) throw error;
      setLeads(used);
      return false;
    }
  };
  return (
    <ConfirmDialog
      title={`Delete the status “${status.label}”`}
      opened
      onClose={onClose}
      action={leads === undefined ? 'Delete' : `Move ${numbered(leads, 'lead')}, and delete`}
      confirm={remove}
      stays={(removed) => !removed}
      done={() => {
        told(`The status “${status.label}” is gone.`);
        void changed();
      }}
    >
      <Text size="sm">Its key is spent: no status gets it again.</Text>
      {leads !== undefined && (
        <Select
          label={`${numbered(leads, 'lead')} ${leads === 1 ? 'has' : 'have'} it, and ${leads === 1 ? 'gets' : 'get'}`}
          data={others.map(({ key, label }) => ({ value: key, label }))}
          value={target}
          onChange={(value) => setTarget(value ?? '')}
          allowDeselect={false}
        />
      )}
    </ConfirmDialog>
  );
}
