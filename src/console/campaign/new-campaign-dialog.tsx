/** The form of a new campaign: name, web address, country of phone numbers, and the campaign to copy. */
import { Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, ask } from '../api/client.ts';
import { DerivedInput } from '../ui/form/derived-input.tsx';
import { FormDialog } from '../ui/form/form-dialog.tsx';
import { countries } from './fields/countries.ts';
import { campaignsQuery } from './queries.ts';
import { campaignSlugOf } from './slug.ts';

interface CampaignValues extends Record<string, unknown> {
  name: string;
  slug: string;
  default_country: string | null;
  copy_of: string | null;
}

export function NewCampaignDialog({ onClose }: { readonly onClose: () => void }) {
  const { data: campaigns = [] } = useQuery(campaignsQuery);
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = useForm<CampaignValues>({
    mode: 'controlled',
    initialValues: { name: '', slug: '', default_country: null, copy_of: null },
  });
  return (
    <FormDialog
      title="New campaign"
      onClose={onClose}
      form={form}
      action="Create the campaign"
      submit={({ copy_of, default_country, ...values }) =>
        ask(
          api.POST('/campaigns', {
            body: {
              name: values.name.trim(),
              ...(values.slug !== '' && { slug: values.slug }),
              ...(default_country !== null && { default_country }),
              ...(copy_of !== null && { copy_of }),
            },
          }),
        )
      }
      done={(campaign) => {
        void client.invalidateQueries({ queryKey: ['campaigns'] });
        void navigate({ to: '/campaigns/$slug/fields', params: { slug: campaign.slug } });
      }}
    >
      <Stack gap="md">
        <TextInput label="Name" required data-autofocus maxLength={200} {...form.getInputProps('name')} />
        <DerivedInput
          label="Slug"
          description="Web address. Cannot be changed later."
          placeholder="solar-dk"
          maxLength={63}
          derived={campaignSlugOf(form.getValues().name)}
          {...form.getInputProps('slug')}
        />
        <Select
          label="Begins with"
          data={[
            { value: '', label: 'Nothing: from scratch' },
            ...campaigns.map((one) => ({ value: one.slug, label: `The fields, selects and statuses of ${one.name}` })),
          ]}
          value={form.getValues().copy_of ?? ''}
          onChange={(value) => form.setFieldValue('copy_of', value === '' ? null : value)}
          error={form.errors.copy_of}
          allowDeselect={false}
        />
        <Select
          label="Country of phone numbers"
          description="For numbers without a country code."
          placeholder="None"
          data={countries}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': 'No country' }}
          {...form.getInputProps('default_country')}
        />
      </Stack>
    </FormDialog>
  );
}
