/** The name of the account. Vendors read it on every documentation page, so owners alone change it. */
import { Alert, Button, Card, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../api/client.ts';
import { sessionQuery, useSession } from '../session/queries.ts';
import { Allowed, useMay } from '../session/roles.tsx';
import { serverErrors } from '../ui/server-errors.ts';
import { told } from '../ui/told.ts';

export function AccountCard() {
  const { account } = useSession();
  const may = useMay('owner');
  const client = useQueryClient();
  const form = useForm({ mode: 'controlled', initialValues: { name: account.name } });
  const save = useMutation({
    mutationFn: (body: { name: string }) => ask(api.PATCH('/account', { body })),
    onSuccess: async ({ name }) => {
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
      form.setInitialValues({ name });
      form.reset();
      told(`The account is called ${name} now.`);
    },
    onError: (error) => form.setErrors(serverErrors(error, (path) => path === 'name').fields),
  });
  const rest = save.error ? serverErrors(save.error, (path) => path === 'name').rest : undefined;
  return (
    <Card withBorder padding="lg" component="section" aria-label="Account">
      <Text fw={600} component="h2" size="md" mb="sm">
        Account
      </Text>
      <form onSubmit={form.onSubmit((values) => save.mutate({ name: values.name.trim() }))}>
        <Stack maw={420}>
          {rest && (
            <Alert color="red" role="alert">
              {rest}
            </Alert>
          )}
          <TextInput
            label="Account name"
            description="Vendors see it on every documentation page."
            required
            maxLength={200}
            disabled={!may}
            {...form.getInputProps('name')}
          />
          <Group>
            <Allowed to="owner">
              <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
                Rename the account
              </Button>
            </Allowed>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
