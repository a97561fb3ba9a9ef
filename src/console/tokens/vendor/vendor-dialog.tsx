/**
 * Adds a vendor in one step: a name becomes an option, a filter and a token, all or nothing. If no field identifies vendors
 * yet, the field is created too. Then the dialog shows everything to send to the vendor.
 */
import { Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { fieldsQuery, selectsQuery } from '../../campaign/queries.ts';
import { filtersQuery } from '../../filters/queries.ts';
import { Choice } from '../../ui/form/choice.tsx';
import { FormDialog } from '../../ui/form/form-dialog.tsx';
import { ExpiryInput, expiryFault } from '../form/expiry-input.tsx';
import { Handover } from '../handover/handover.tsx';
import { permissions, type Token } from '../queries.ts';
import { useTokensChanged } from '../use-tokens-changed.ts';
import { IdentifiedBy } from './identified-by.tsx';
import { VendorName } from './vendor-name.tsx';
import { bodyOf, choicesOf, optionsOf, promise, type VendorValues } from './vendor-plan.ts';

interface VendorDialogProps {
  readonly slug: string;
  /** Name of the campaign. */
  readonly campaign: string;
  readonly onClose: () => void;
}

export function VendorDialog({ slug, campaign, onClose }: VendorDialogProps) {
  const { data: fields } = useQuery(fieldsQuery(slug));
  const { data: selects } = useQuery(selectsQuery(slug));
  const { data: filters } = useQuery(filtersQuery(slug));
  const form = useForm<VendorValues>({
    mode: 'controlled',
    initialValues: { label: '', field: '', new_field: 'Source', permission: 'read_write', expires_at: null },
    validate: {
      label: (label) => (label.trim() === '' ? 'Enter the name of the vendor.' : null),
      new_field: (label) => (label.trim() === '' ? 'Enter a name for the field, such as Source.' : null),
      expires_at: expiryFault(null),
    },
  });
  const changed = useTokensChanged(slug);
  const [created, setCreated] = useState<Token>();
  const choices = choicesOf(fields?.data.data ?? [], selects?.data.data ?? []);
  const values = form.getValues();
  const [usual = ''] = choices.keys();
  const name = choices.has(values.field) ? values.field : usual;
  const chosen = choices.get(name) ?? { kind: 'new' };

  const isKnown = fields && selects && filters;

  if (created) {
    const close = () => {
      onClose();
      void changed();
    };
    return (
      <Modal opened onClose={close} size="lg" title={`${created.name} is in: send this to them`}>
        <Handover token={created} campaign={campaign} />
      </Modal>
    );
  }
  return (
    <FormDialog
      title="Add a vendor"
      size="lg"
      onClose={onClose}
      form={form}
      submit={(given) =>
        ask(api.POST('/campaigns/{slug}/vendors', { params: { path: { slug } }, body: bodyOf(given, chosen) }))
      }
      done={({ token }) => {
        setCreated(token);
        return false;
      }}
      // The existing fields, options and filters decide what will be created.
      disabled={!isKnown}
      action="Add the vendor"
    >
      <Stack gap="md">
        <VendorName options={optionsOf(chosen)} {...form.getInputProps('label')} />
        <IdentifiedBy
          choices={choices}
          value={name}
          onChange={(field) => form.setFieldValue('field', field)}
          error={form.errors.field}
        />
        {chosen.kind === 'new' && (
          <TextInput
            label={choices.size === 1 ? 'Vendors are identified by' : 'Name of the new field'}
            description="A field of leads in which each vendor is an option."
            required
            maxLength={200}
            {...form.getInputProps('new_field')}
          />
        )}
        <Choice label="Permission" data={permissions} {...form.getInputProps('permission')} />
        <ExpiryInput {...form.getInputProps('expires_at')} value={values.expires_at} />
        {isKnown && (
          <Text size="sm" c="dimmed">
            {promise(values, chosen, filters.data.data)}
          </Text>
        )}
      </Stack>
    </FormDialog>
  );
}
