/** The inputs of a token, new or existing, with a sentence that says what the token will be able to do. */
import { Alert, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Shape } from '../../api/client.ts';
import { Choice } from '../../ui/form/choice.tsx';
import { LongSelect } from '../../ui/list/long-select.tsx';
import { permissions } from '../queries.ts';
import { ExpiryInput } from './expiry-input.tsx';
import { LimitInputs } from './limit-inputs.tsx';
import type { TokenValues } from './token-values.ts';

interface TokenFormProps {
  readonly form: UseFormReturnType<TokenValues>;
  /** Undefined for a broad token, which has no filter. */
  readonly filters: readonly Shape<'Filter'>[] | undefined;
  /** A token with a filter can never get access to more than a filter. */
  readonly tied?: boolean;
  /** The effect of a change. It stands above the notes, because they do not affect it. */
  readonly impact?: ReactNode;
}

export function TokenForm({ form, filters, tied = false, impact }: TokenFormProps) {
  const { permission, filter_id } = form.getValues();
  return (
    <Stack gap="md">
      <TextInput
        label="Name"
        description="The person or system that uses this token. They see the name."
        required
        data-autofocus
        maxLength={200}
        key={form.key('name')}
        {...form.getInputProps('name')}
      />
      <Choice
        label="Permission"
        data={permissions}
        key={form.key('permission')}
        {...form.getInputProps('permission')}
      />
      {filters && (
        <LongSelect
          label="Filter"
          description="The token reaches exactly the leads that the filter matches."
          placeholder={tied ? undefined : 'No filter: every lead of the campaign'}
          data={filters.map(({ id, name }) => ({ value: id, label: name }))}
          clearable={!tied}
          allowDeselect={false}
          clearButtonProps={{ 'aria-label': 'No filter' }}
          nothingFoundMessage="No filter with this name"
          value={filter_id === '' ? null : filter_id}
          error={form.errors.filter_id}
          onChange={(value) => form.setFieldValue('filter_id', value ?? '')}
          // Enter must choose an option here and not create a token: a token without a filter reads every lead.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      )}
      <ExpiryInput {...form.getInputProps('expires_at')} value={form.getValues().expires_at} />
      <LimitInputs form={form} scope={filters ? 'campaign' : 'account'} />
      <Alert icon={<IconInfoCircle size={18} />} color={filters && filter_id !== '' ? 'ink' : 'orange'}>
        <Text size="sm">{sentence(permission, filter_id, filters)}</Text>
      </Alert>
      {impact}
      <Textarea
        label="Notes for the vendor"
        description="Markdown, shown on the token’s documentation page. Anyone with that address can read it."
        autosize
        minRows={2}
        maxRows={10}
        maxLength={10_000}
        key={form.key('notes')}
        {...form.getInputProps('notes')}
      />
    </Stack>
  );
}

function sentence(permission: string, filterId: string, filters: readonly Shape<'Filter'>[] | undefined): string {
  const verb = permission === 'read' ? 'reads' : 'reads and writes';
  if (!filters) return `It ${verb} every lead of every campaign of the account, including campaigns you create later.`;
  const filter = filters.find(({ id }) => id === filterId);
  if (!filter) return `It ${verb} every lead of the campaign, including those of other vendors.`;
  const whose = `whose ${filter.summary}`;
  return `It ${verb} leads ${whose}. For any other lead it gets 404.`;
}
