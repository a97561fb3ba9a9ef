/** The page to sign in. It then leads to the address that was asked for. */
import { Center, Paper, Stack, Text, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useSignedIn } from '../session/queries.ts';
import { SignInForm } from '../session/sign-in-form.tsx';
import { Logo } from '../ui/logo.tsx';

export function SignInPage() {
  const { next } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const signedIn = useSignedIn();
  useEffect(() => {
    document.title = 'Sign in · Leadspec';
  }, []);
  return (
    <Center mih="100dvh" p="md" component="main">
      <Stack w={380} maw="100%" gap="lg">
        <Stack gap={6} align="center">
          <Logo size={44} />
          <Title order={1}>Sign in to Leadspec</Title>
          <Text size="sm" c="dimmed">
            Hand out exact access to your leads.
          </Text>
        </Stack>
        <Paper withBorder p="lg" shadow="xs">
          <SignInForm
            done={(session) => {
              signedIn(session);
              void navigate({ to: next ?? '/campaigns' });
            }}
          />
        </Paper>
        <Text size="xs" c="dimmed" ta="center">
          Forgot your password? The person who runs this server can set a new one with{' '}
          <code>npm run account -- reset-password</code>.
        </Text>
      </Stack>
    </Center>
  );
}
