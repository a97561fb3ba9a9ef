/** A name that vendors see. Members can change it from a certain role on. */
import { Alert, Button, Card, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { serverErrors } from '../ui/form/server-errors.ts';
import { showToast } from '../ui/toast.ts';
import type { Role } from './queries.ts';
import { Allowed, useMay } from './roles.tsx';

interface NameCardProps {
  readonly title: string;
  readonly label: string;
  readonly description: string;
  readonly name: string;
  /** The role that may change the name. */
  readonly to: Role;
  /** The text of the button. */
  readonly action: string;
  /** Resolves with the stored name, after the pages that show it are read again. */
  readonly onSave: (name: string) => Promise<string>;
  /** The text of the toast. */
  readonly saved: (name: string) => string;
  /** Stands below the name. */
  readonly children?: ReactNode;
}

const isName = (path: string) => path === 'name';

export function NameCard({ title, label, description, name, to, action, onSave, saved, children }: NameCardProps) {
  const may = useMay(to);
  const form = useForm({ mode: 'controlled', initialValues: { name } });
  const save = useMutation({
    mutationFn: onSave,
    onSuccess: (stored) => {
      form.setInitialValues({ name: stored });
      form.reset();
      showToast(saved(stored));
    },
    onError: (error) => form.setErrors(serverErrors(error, isName).fields),
  });
  const rest = save.error ? serverErrors(save.error, isName).rest : undefined;
  return (
    <Card withBorder padding="lg" component="section" aria-label={title}>
      <Text fw={600} component="h2" size="md" mb="sm">
        {title}
      </Text>
      <form onSubmit={form.onSubmit((values) => save.mutate(values.name.trim()))}>
        <Stack maw={420}>
          {rest && (
            <Alert color="red" role="alert">
              {rest}
            </Alert>
          )}
          <TextInput
            label={label}
            description={description}
            required
            maxLength={200}
            disabled={!may}
            {...form.getInputProps('name')}
          />
          {children}
          <Group>
            <Allowed to={to}>
              <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
                {action}
              </Button>
            </Allowed>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
