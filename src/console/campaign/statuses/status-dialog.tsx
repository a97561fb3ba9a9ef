/**
 * The form of a status, new or existing. The key is given only for a new status. A status can become the default, but the
 * default cannot be switched off.
 */
import { Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, ask, madeFrom, type Shape } from '../../api/client.ts';
import { Choice } from '../../ui/form/choice.tsx';
import { DerivedInput } from '../../ui/form/derived-input.tsx';
import { FormDialog } from '../../ui/form/form-dialog.tsx';
import { Overtaken } from '../changes/overtaken.tsx';
import { isStale } from '../changes/stale.ts';
import { type Seen, useSaveSeen } from '../changes/use-save-seen.ts';
import { useSeen } from '../changes/use-seen.ts';
import { statusesQuery, useCampaignChanged } from '../queries.ts';
import { keyOf } from '../slug.ts';

type Status = Shape<'Status'>;

interface StatusValues extends Record<string, unknown> {
  label: string;
  key: string;
  category: Status['category'];
  is_default: boolean;
}

interface StatusDialogProps {
  readonly slug: string;
  /** Undefined for a new status. */
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
    initialValues: { label: '', key: '', category: 'open', is_default: false, ...status },
  });
  const { label, is_default } = form.getValues();
  const send = ({ thing, etag }: Seen<Status>) => {
    const { key, ...values } = form.getValues();
    const body = {
      label: values.label.trim(),
      category: values.category,
      ...(values.is_default && { is_default: true }),
    };
    return thing
      ? ask(
          api.PATCH('/campaigns/{slug}/statuses/{key}', {
            params: { path: { slug, key: thing.key }, ...madeFrom(etag) },
            body,
          }),
        )
      : ask(api.POST('/campaigns/{slug}/statuses', { params: { path: { slug } }, body: { key, ...body } }));
  };
  const seen = useSeen(statusesQuery(slug), (all: Status[]) => all.find(({ key }) => key === status?.key));
  const { save, conflict, gone } = useSaveSeen({
    ...seen,
    same: (before, now) => before.label === now.label && before.category === now.category,
    send,
  });
  return (
    <FormDialog
      title={status ? `Change ${status.label}` : 'New status'}
      onClose={onClose}
      form={form}
      submit={() => save()}
      shows={(error) => isStale(error) && status !== undefined}
      disabled={gone}
      done={() => void changed()}
      action={status ? 'Save' : 'Create the status'}
    >
      {(conflict || gone) && (
        <Overtaken thing="status" gone={gone}>
          “{conflict?.theirs.label}”, {conflict?.theirs.category}
        </Overtaken>
      )}
      <TextInput label="Name" required data-autofocus maxLength={200} {...form.getInputProps('label')} />
      {!status && (
        <DerivedInput
          label="Key"
          description="API name. Cannot be changed later."
          placeholder="contacted"
          maxLength={63}
          derived={keyOf(label)}
          {...form.getInputProps('key')}
        />
      )}
      <Choice label="A lead with this status is" data={categories} {...form.getInputProps('category')} />
      <Switch
        label="New leads get this status"
        description={status?.is_default ? 'To change this, make another status the default.' : undefined}
        checked={is_default}
        disabled={status?.is_default ?? false}
        onChange={(event) => form.setFieldValue('is_default', event.currentTarget.checked)}
      />
    </FormDialog>
  );
}
