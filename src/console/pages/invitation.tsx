/** The page behind an invitation's link. The new member chooses a password and is then signed in. */
import { Button, Center, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { invitationQuery } from '../account/queries.ts';
import { api, ask } from '../api/client.ts';
import { useSignedIn } from '../session/queries.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Logo } from '../ui/logo.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';

export function InvitationPage() {
  const { secret } = useParams({ from: '/invitations/$secret' });
  const invitation = useQuery(invitationQuery(secret));
  const navigate = useNavigate();
  const signedIn = useSignedIn();
  const form = useForm({ mode: 'uncontrolled', initialValues: { password: '' } });
  useEffect(() => {
    document.title = 'Invitation · Leadspec';
  }, []);
  const accept = useMutation({
    mutationFn: ({ password }: { password: string }) =>
      ask(api.POST('/invitations/{secret}/accept', { params: { path: { secret } }, body: { password } })),
    onSuccess: (session) => {
      signedIn(session);
      void navigate({ to: '/campaigns' });
    },
    gcTime: 0,
  });
  return (
    <Center mih="100dvh" p="md" component="main">
      <Stack w={400} maw="100%" gap="lg">
        <Stack gap={6} align="center" ta="center">
          <Logo size={44} />
          <Title order={1}>Welcome to Leadspec</Title>
        </Stack>
        <Loaded query={invitation} rows={3}>
          {({ account, member }) => (
            <Paper withBorder p="lg" shadow="xs">
              <form onSubmit={form.onSubmit((values) => accept.mutate(values))}>
                <Stack>
                  <Text size="sm">
                    {member.name}, you are invited to <strong>{account.name}</strong>. Set a password to sign in with as{' '}
                    {member.email}.
                  </Text>
                  {accept.error && <ProblemAlert error={accept.error} />}
                  <PasswordInput
                    label="Password"
                    description="At least 10 characters."
                    autoComplete="new-password"
                    required
                    minLength={10}
                    data-autofocus
                    visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
                    key={form.key('password')}
                    {...form.getInputProps('password')}
                  />
                  <Button type="submit" loading={accept.isPending}>
                    Accept the invitation
                  </Button>
                </Stack>
              </form>
            </Paper>
          )}
        </Loaded>
      </Stack>
    </Center>
  );
}
