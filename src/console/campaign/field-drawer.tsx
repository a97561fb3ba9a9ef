/** A field, new or changed: only the inputs that its type has, and a picture of what comes of them. */
import { Alert, Button, Drawer, Group, NumberInput, Select, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, ask, type Shape } from '../api/client.ts';
import { Problem } from '../api/problem.ts';
import { Allowed } from '../session/roles.tsx';
import { serverErrors } from '../ui/server-errors.ts';
import { told } from '../ui/told.ts';
import { FieldPicture } from './field-picture.tsx';
import { hasLength, hasOptions, isNumeric } from './field-types.ts';
import { type FieldValues, limitsOf, valuesOf } from './field-values.ts';
import { selectsQuery, useCampaignChanged } from './queries.ts';
import { keyOf } from './slug.ts';
import { TypeChoice } from './type-choice.tsx';

interface FieldDrawerProps {
  readonly slug: string;
  /** Undefined: a new one. */
  readonly field: Shape<'Field'> | undefined;
  /** The revision that was seen. */
  readonly etag: string | undefined;
  readonly onClose: () => void;
}

export function FieldDrawer({ slug, field, etag, onClose }: FieldDrawerProps) {
  const { data: selects } = useQuery(selectsQuery(slug));
  const changed = useCampaignChanged(slug);
  const form = useForm<FieldValues>({ mode: 'controlled', initialValues: valuesOf(field) });
  const values = form.getValues();
  const { type } = values;
  const key = field?.key ?? (values.key || keyOf(values.label));
  const options = selects?.data.data.find((one) => one.key === values.select)?.options ?? [];
  const save = useMutation({
    mutationFn: () => {
      const header = etag === undefined ? {} : { 'If-Match': etag };
      const { label, required, searchable } = values;
      const shared = { label: label.trim(), required, searchable, ...limitsOf(values, field !== undefined) };
      return field
        ? ask(
            api.PATCH('/campaigns/{slug}/fields/{key}', {
              params: { path: { slug, key: field.key }, header },
              body: shared,
            }),
          )
        : ask(
            api.POST('/campaigns/{slug}/fields', {
              params: { path: { slug } },
              body: { key, type, ...shared, ...(hasOptions(type) && { select: values.select }) },
            }),
          );
    },
    onSuccess: () => {
      told(
        field
          ? 'Saved: every document shows it from now on.'
          : 'The field is there, in every document that may show it.',
      );
      void changed();
      onClose();
    },
    onError: (error) => {
      form.setErrors(serverErrors(error, (path) => path in values).fields);
      // Somebody else was faster: what they did is shown behind, and the next save is made from it.
      if (error instanceof Problem && error.code === 'stale') void changed();
    },
  });
  const rest = save.error ? serverErrors(save.error, (path) => path in values).rest : undefined;
  const stale = save.error instanceof Problem && save.error.code === 'stale';
  return (
    <Drawer opened onClose={onClose} position="right" size="lg" title={field ? `Field ${field.label}` : 'New field'}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack gap="md">
          {rest && (
            <Alert color="red" role="alert" title={stale ? 'Somebody else was faster' : undefined}>
              {rest}
              {stale &&
                field &&
                ` Theirs is called “${field.label}”; yours is kept here: save again to put it over theirs.`}
            </Alert>
          )}
          {!field && <TypeChoice value={type} onChange={(next) => form.setFieldValue('type', next)} />}
          <TextInput label="Name" required data-autofocus maxLength={200} {...form.getInputProps('label')} />
          {!field && (
            <TextInput
              label="Key"
              description="What programs know it by: it never changes."
              placeholder={keyOf(values.label) || 'zip'}
              maxLength={63}
              {...form.getInputProps('key')}
            />
          )}
          {hasOptions(type) && !field && (
            <Select
              label="Select"
              required
              data={(selects?.data.data ?? []).map((one) => ({ value: one.key, label: one.label }))}
              allowDeselect={false}
              {...form.getInputProps('select')}
            />
          )}
          <Textarea
            label="Description"
            description="Vendors read it in their document."
            autosize
            minRows={2}
            maxLength={1000}
            {...form.getInputProps('description')}
          />
          {isNumeric(type) && (
            <Group grow>
              <NumberInput label="Least" {...form.getInputProps('min')} />
              <NumberInput label="Greatest" {...form.getInputProps('max')} />
            </Group>
          )}
          {hasLength(type) && (
            <Group grow align="flex-start">
              <NumberInput label="Most characters" min={1} allowDecimal={false} {...form.getInputProps('max_length')} />
              {type === 'text' && (
                <TextInput label="Pattern" placeholder="^[0-9]{4}$" {...form.getInputProps('pattern')} />
              )}
            </Group>
          )}
          <Group>
            <Switch label="Required" {...form.getInputProps('required', { type: 'checkbox' })} />
            <Switch label="Lists can be narrowed by it" {...form.getInputProps('searchable', { type: 'checkbox' })} />
          </Group>
          <FieldPicture
            field={{ key, type, label: values.label, required: values.required, ...limitsOf(values, false) }}
            options={options}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Allowed to="admin">
              <Button type="submit" loading={save.isPending}>
                {field ? 'Save the field' : 'Create the field'}
              </Button>
            </Allowed>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}
