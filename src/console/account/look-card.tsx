/** The colour and the logo of the account's documentation pages. */
import { Alert, Button, Card, ColorInput, FileButton, Group, Image, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../api/client.ts';
import { sessionQuery, useSession } from '../session/queries.ts';
import { Allowed, useMay } from '../session/roles.tsx';
import { serverErrors } from '../ui/form/server-errors.ts';
import { showToast } from '../ui/toast.ts';
import { logoQuery } from './queries.ts';

export function LookCard() {
  const { account } = useSession();
  const may = useMay('admin');
  const client = useQueryClient();
  const [color, setColor] = useState(account.color ?? '');
  const logo = useQuery({ ...logoQuery, enabled: account.has_logo });
  const change = useMutation({
    mutationFn: (request: () => Promise<unknown>) => request(),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
      await client.invalidateQueries({ queryKey: logoQuery.queryKey });
      showToast('Saved. The documentation pages show it.');
    },
  });
  const send = (file: File | null) =>
    file && change.mutate(async () => ask(api.PUT('/account/logo', { body: { image: await base64Of(file) } })));
  const refusal = change.error ? serverErrors(change.error, () => false).rest : undefined;
  return (
    <Card withBorder padding="lg" component="section" aria-label="Documentation pages">
      <Text fw={600} component="h2" size="md">
        Documentation pages
      </Text>
      <Text size="sm" c="dimmed" mb="sm">
        Vendors see the colour and the logo of {account.name} on the page of each token.
      </Text>
      <Stack maw={420}>
        {refusal && (
          <Alert color="red" role="alert">
            {refusal}
          </Alert>
        )}
        <ColorInput
          label="Colour"
          description="A band at the top of each page. Leave empty for no band."
          placeholder="#1f7a5c"
          format="hex"
          withEyeDropper={false}
          disabled={!may}
          value={color}
          onChange={setColor}
        />
        <Group>
          <Allowed to="admin">
            <Button
              loading={change.isPending}
              disabled={color === (account.color ?? '')}
              onClick={() => change.mutate(() => ask(api.PATCH('/account', { body: { color: color || null } })))}
            >
              Save the colour
            </Button>
          </Allowed>
        </Group>
        {account.has_logo && logo.data && (
          <Image
            src={`data:${logo.data.type};base64,${logo.data.image}`}
            alt={`Logo of ${account.name}`}
            h={48}
            w="auto"
            fit="contain"
            style={{ alignSelf: 'flex-start' }}
          />
        )}
        <Group>
          <FileButton accept="image/png,image/jpeg,image/webp" onChange={send} inputProps={{ 'aria-label': 'Logo' }}>
            {(props) => (
              <Allowed to="admin">
                <Button {...props} variant="default">
                  {account.has_logo ? 'Replace logo…' : 'Choose a logo…'}
                </Button>
              </Allowed>
            )}
          </FileButton>
          {account.has_logo && (
            <Allowed to="admin">
              <Button variant="default" onClick={() => change.mutate(() => ask(api.DELETE('/account/logo')))}>
                Remove logo
              </Button>
            </Allowed>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          PNG, JPEG or WebP, at most 200 KiB.
        </Text>
      </Stack>
    </Card>
  );
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
