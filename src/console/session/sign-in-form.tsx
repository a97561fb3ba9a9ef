/** E-mail address and password, for the page to sign in and for the dialog to sign in again. */
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { type Session, signIn } from './queries.ts';

interface SignInFormProps {
  /** Known if a member was signed in before. */
  readonly email?: string | undefined;
  readonly done: (session: Session) => void;
}

export function SignInForm({ email = '', done }: SignInFormProps) {
  const form = useForm({ mode: 'uncontrolled', initialValues: { email, password: '' } });
  const request = useMutation({ mutationFn: signIn, onSuccess: done, gcTime: 0 });
  return (
    <form onSubmit={form.onSubmit((values) => request.mutate(values))}>
      <Stack gap="md">
        {request.error && <ProblemAlert error={request.error} title="Not signed in" />}
        <TextInput
          label="E-mail address"
          type="email"
          autoComplete="username"
          required
          data-autofocus={email === '' || undefined}
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          required
          data-autofocus={email !== '' || undefined}
          visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={request.isPending}>
          Sign in
        </Button>
      </Stack>
    </form>
  );
}
