/** A vendor in one step: a name becomes an option, a filter and a token, all or none; then everything to send them. */
import { Anchor, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask } from '../api/client.ts';
import { fieldsQuery } from '../campaign/queries.ts';
import { Choice } from '../ui/choice.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Handover } from './handover.tsx';
import { permissions, type Token } from './queries.ts';
import { useTokensChanged } from './use-tokens-changed.ts';

interface VendorValues extends Record<string, unknown> {
  label: string;
  field: string;
  permission: Token['permission'];
}

interface VendorDialogProps {
  readonly slug: string;
  /** Name of the campaign. */
  readonly campaign: string;
  readonly onClose: () => void;
}

export function VendorDialog({ slug, campaign, onClose }: VendorDialogProps) {
  const { data: fields } = useQuery(fieldsQuery(slug));
  const choices = (fields?.data.data ?? []).filter(({ type }) => type === 'select');
  const usual = choices.find(({ key }) => key === 'source') ?? choices[0];
  const form = useForm<VendorValues>({
    mode: 'controlled',
    initialValues: { label: '', field: '', permission: 'read_write' },
  });
  const changed = useTokensChanged(slug);
  const [made, setMade] = useState<Token>();
  const field = form.getValues().field || usual?.key || '';
  const chosen = choices.find(({ key }) => key === field);
  const name = form.getValues().label.trim() || 'the vendor';

  if (made) {
    const close = () => {
      onClose();
      void changed();
    };
    return (
      <Modal opened onClose={close} size="lg" title={`${made.name} is in: send this to them`}>
        <Handover token={made} campaign={campaign} />
      </Modal>
    );
  }
  return (
    <FormDialog
      title="Add a vendor"
      size="lg"
      onClose={onClose}
      form={form}
      submit={({ label, permission }) =>
        ask(
          api.POST('/campaigns/{slug}/vendors', {
            params: { path: { slug } },
            body: { label: label.trim(), field, permission },
          }),
        )
      }
      done={({ token }) => {
        setMade(token);
        return false;
      }}
      disabled={choices.length === 0}
      action="Add the vendor"
    >
      <Stack gap="md">
        <TextInput
          label="Vendor"
          placeholder="Vendor XYZ"
          required
          data-autofocus
          maxLength={200}
          {...form.getInputProps('label')}
        />
        {choices.length === 0 ? (
          <Text size="sm">
            A select field has to tell vendors apart, such as “Source”. There is none yet:{' '}
            <Anchor component={Link} to={`/campaigns/${slug}/fields`}>
              add one
            </Anchor>
            .
          </Text>
        ) : (
          <Select
            label="Vendors are identified by"
            data={choices.map(({ key, label }) => ({ value: key, label }))}
            value={field}
            onChange={(value) => form.setFieldValue('field', value ?? '')}
            allowDeselect={false}
            error={form.errors.field}
          />
        )}
        <Choice label="Permission" data={permissions} {...form.getInputProps('permission')} />
        {chosen && (
          <Text size="sm" c="dimmed">
            This makes the option “{name}” of {chosen.label}, the filter “{chosen.label} is {name}”, and a token that{' '}
            {form.getValues().permission === 'read' ? 'reads' : 'reads and writes'} exactly those leads.
          </Text>
        )}
      </Stack>
    </FormDialog>
  );
}
