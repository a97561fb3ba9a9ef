/** The member's own name, time zone and form of CSV. */
import { Alert, Button, Card, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../api/client.ts';
import { csvBody, csvChoices, csvValue } from '../session/csv-form.ts';
import { sessionQuery, useSession } from '../session/queries.ts';
import { serverErrors } from '../ui/form/server-errors.ts';
import { showToast } from '../ui/toast.ts';

const zones = Intl.supportedValuesOf('timeZone');

export function ProfileCard() {
  const { member } = useSession();
  const client = useQueryClient();
  const form = useForm<{ name: string; time_zone: string | null; csv: string }>({
    mode: 'controlled',
    initialValues: { name: member.name, time_zone: member.time_zone, csv: csvValue(member) },
  });
  const save = useMutation({
    mutationFn: () => {
      const { csv, ...values } = form.getValues();
      return ask(api.PATCH('/session', { body: { ...values, ...csvBody(csv) } }));
    },
    onSuccess: (session) => {
      client.setQueryData(sessionQuery.queryKey, session);
      form.resetDirty();
      showToast('Saved.');
    },
    onError: (error) => form.setErrors(serverErrors(error, (path) => path in form.getValues()).fields),
  });
  const rest = save.error ? serverErrors(save.error, (path) => path in form.getValues()).rest : undefined;
  return (
    <Card withBorder padding="lg" component="section" aria-label="You">
      <Text fw={600} component="h2" size="md" mb="sm">
        You
      </Text>
      <form onSubmit={form.onSubmit(() => save.mutate())}>
        <Stack maw={420}>
          {rest && (
            <Alert color="red" role="alert">
              {rest}
            </Alert>
          )}
          <TextInput label="Name" required maxLength={200} {...form.getInputProps('name')} />
          <TextInput label="E-mail address" value={member.email} readOnly variant="filled" />
          <Select
            label="Time zone"
            description="All times are shown in this zone. Without one, CSV for a spreadsheet has times in UTC."
            placeholder={`As in the browser: ${Intl.DateTimeFormat().resolvedOptions().timeZone}`}
            data={zones}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': 'As in the browser' }}
            limit={50}
            {...form.getInputProps('time_zone')}
          />
          <Select
            label="CSV for a spreadsheet"
            description="The cell separator and the decimal sign that your Excel expects."
            data={csvChoices}
            allowDeselect={false}
            {...form.getInputProps('csv')}
          />
          <Group>
            <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
