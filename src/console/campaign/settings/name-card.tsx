/** The name of a campaign. Its slug stays, because addresses and programs hold it. */
import { Alert, Button, Card, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { api, ask, type Shape } from '../../api/client.ts';
import { Allowed, useMay } from '../../session/roles.tsx';
import { serverErrors } from '../../ui/server-errors.ts';
import { told } from '../../ui/told.ts';
import { useCampaignChanged } from '../queries.ts';

export function NameCard({ campaign }: { readonly campaign: Shape<'Campaign'> }) {
  const { slug, name, revision } = campaign;
  const may = useMay('admin');
  const changed = useCampaignChanged(slug);
  const form = useForm({ mode: 'controlled', initialValues: { name } });
  const save = useMutation({
    mutationFn: (body: { name: string }) =>
      ask(
        api.PATCH('/campaigns/{slug}', { params: { path: { slug }, header: { 'If-Match': `"${revision}"` } }, body }),
      ),
    onSuccess: async (saved) => {
      await changed();
      form.setInitialValues({ name: saved.name });
      form.reset();
      told(`The campaign is called ${saved.name} now.`);
    },
    onError: (error) => form.setErrors(serverErrors(error, (path) => path === 'name').fields),
  });
  const rest = save.error ? serverErrors(save.error, (path) => path === 'name').rest : undefined;
  return (
    <Card withBorder padding="lg" component="section" aria-label="Name">
      <Text fw={600} component="h2" size="md" mb="sm">
        Name
      </Text>
      <form onSubmit={form.onSubmit((values) => save.mutate({ name: values.name.trim() }))}>
        <Stack maw={420}>
          {rest && (
            <Alert color="red" role="alert">
              {rest}
            </Alert>
          )}
          <TextInput
            label="Name"
            description="Vendors see it on their documentation pages."
            required
            maxLength={200}
            disabled={!may}
            {...form.getInputProps('name')}
          />
          <TextInput
            label="Web address"
            description="Cannot be changed: vendors’ programs use it."
            value={slug}
            readOnly
            variant="filled"
          />
          <Group>
            <Allowed to="admin">
              <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
                Save
              </Button>
            </Allowed>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
