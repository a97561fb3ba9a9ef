/** Broad tokens, for the account's own systems, across all its campaigns. */
import '@mantine/dates/styles.css';
import { Alert, Button, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../session/queries.ts';
import { Allowed } from '../session/roles.tsx';
import { NewTokenDialog } from '../tokens/form/token-dialogs.tsx';
import { TokenTabs } from '../tokens/token-tabs.tsx';
import { Page } from '../ui/page.tsx';

export function AccountDocumentationPage() {
  const { tab, token } = useSearch({ from: '/inside/account/documentation' });
  const navigate = useNavigate();
  const { account } = useSession();
  const [adding, setAdding] = useState(false);
  const add = (
    <Allowed to="admin">
      <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
        New broad token
      </Button>
    </Allowed>
  );
  return (
    <Page title="API documentation" description={`Tokens of ${account.name} for its own systems.`} actions={add}>
      <Alert color="orange" icon={<IconAlertTriangle size={18} />} title="A broad token opens everything">
        <Text size="sm">
          It reaches every lead of every campaign, including campaigns you create later, and writes them too if you
          allow it. Keep it within your own systems. Give a vendor a token of one campaign, tied to a filter.
        </Text>
      </Alert>
      <TokenTabs
        slug={undefined}
        tab={tab}
        onTab={(next) => void navigate({ to: '.', search: { tab: next } })}
        token={token}
        none={{
          title: 'No broad token yet',
          action: add,
          why: 'For a data warehouse, a CRM or a dialler of your own that needs every campaign.',
        }}
      />
      {adding && <NewTokenDialog slug={undefined} name={account.name} onClose={() => setAdding(false)} />}
    </Page>
  );
}
