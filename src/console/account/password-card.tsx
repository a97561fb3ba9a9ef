/** Changes the member's password. All their other sessions end. */
import { Alert, Button, Card, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { api, ask } from '../api/client.ts';
import { serverErrors } from '../ui/form/server-errors.ts';
import { showToast } from '../ui/toast.ts';

const blank = { current_password: '', new_password: '' };

export function PasswordCard() {
  const form = useForm({ mode: 'controlled', initialValues: blank });
  const change = useMutation({
    mutationFn: () => ask(api.PUT('/session/password', { body: form.getValues() })),
    onSuccess: () => {
      form.reset();
      showToast('Password changed. You are signed out everywhere else.');
    },
    onError: (error) => form.setErrors(serverErrors(error, (path) => path in blank).fields),
    gcTime: 0,
  });
  const rest = change.error ? serverErrors(change.error, (path) => path in blank).rest : undefined;
  const eye = (what: string) => ({ 'aria-label': `Show the ${what}` });
  return (
    <Card withBorder padding="lg" component="section" aria-label="Password">
      <Text fw={600} component="h2" size="md" mb="sm">
        Password
      </Text>
      <form onSubmit={form.onSubmit(() => change.mutate())}>
        <Stack maw={420}>
          {rest && (
            <Alert color="red" role="alert">
              {rest}
            </Alert>
          )}
          <PasswordInput
            label="Current password"
            autoComplete="current-password"
            required
            visibilityToggleButtonProps={eye('current password')}
            {...form.getInputProps('current_password')}
          />
          <PasswordInput
            label="New password"
            description="At least 10 characters."
            autoComplete="new-password"
            required
            minLength={10}
            visibilityToggleButtonProps={eye('new password')}
            {...form.getInputProps('new_password')}
          />
          <Group>
            <Button type="submit" variant="default" loading={change.isPending}>
              Change the password
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
