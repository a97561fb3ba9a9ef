/** The dialog to sign in again when the session ends on an open page. The request that failed is then sent again. */
import { Button, Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { whenSessionEnds } from '../api/client.ts';
import { type Session, sessionQuery } from './queries.ts';
import { SignInForm } from './sign-in-form.tsx';

export function SignInAgain() {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const waiting = useRef<((signedIn: boolean) => void)[]>([]);
  useEffect(() => {
    whenSessionEnds(() => {
      // The page to sign in has nothing to lose.
      if (!client.getQueryData(sessionQuery.queryKey)) return Promise.resolve(false);
      setAsking(true);
      return new Promise((resolve) => waiting.current.push(resolve));
    });
    return () => whenSessionEnds(undefined);
  }, [client]);

  const settle = (signedIn: boolean) => {
    setAsking(false);
    for (const resolve of waiting.current.splice(0)) resolve(signedIn);
  };
  const before = client.getQueryData(sessionQuery.queryKey);
  const done = (session: Session) => {
    if (before && session.member.id !== before.member.id) {
      // Another member must not finish what this member began.
      window.location.assign('/console');
      return;
    }
    client.setQueryData(sessionQuery.queryKey, session);
    settle(true);
  };
  const leave = () => {
    settle(false);
    window.location.assign('/console/sign-in');
  };
  return (
    <Modal
      opened={asking}
      onClose={() => settle(false)}
      title="Your session has ended"
      closeOnClickOutside={false}
      zIndex={500}
    >
      <Stack>
        <Text size="sm">Sign in again to continue. Your work is kept.</Text>
        <SignInForm email={before?.member.email} done={done} />
        <Button variant="subtle" color="gray" onClick={leave}>
          Sign in as somebody else
        </Button>
      </Stack>
    </Modal>
  );
}
