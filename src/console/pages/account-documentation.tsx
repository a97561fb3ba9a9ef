/** Broad tokens: for systems of the account's own, across all its campaigns. */
import '@mantine/dates/styles.css';
import { Alert, Button, Tabs, Text } from '@mantine/core';
import { IconAlertTriangle, IconChartBar, IconKey, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../session/queries.ts';
import { Allowed } from '../session/roles.tsx';
import { tokensQuery } from '../tokens/queries.ts';
import { NewTokenDialog } from '../tokens/token-dialogs.tsx';
import { TokenList } from '../tokens/token-list.tsx';
import { TokenUsage } from '../tokens/usage.tsx';
import { Empty } from '../ui/empty.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';

export function AccountDocumentationPage() {
  const { tab = 'tokens' } = useSearch({ from: '/inside/account/documentation' });
  const navigate = useNavigate();
  const { account } = useSession();
  const tokens = useQuery(tokensQuery(undefined));
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
          It reaches every lead of every campaign, also of those to come, and may write them if you say so. Keep it
          within your own systems; give a vendor a token of one campaign, tied to a filter.
        </Text>
      </Alert>
      <Tabs
        value={tab === 'usage' ? 'usage' : 'tokens'}
        onChange={(next) => void navigate({ to: '.', search: { tab: next === 'usage' ? 'usage' : 'tokens' } })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="tokens" leftSection={<IconKey size={15} />}>
            API tokens
          </Tabs.Tab>
          <Tabs.Tab value="usage" leftSection={<IconChartBar size={15} />}>
            Usage
          </Tabs.Tab>
        </Tabs.List>
        <Loaded
          query={tokens}
          empty={(all) =>
            all.length > 0 ? undefined : (
              <Empty icon={<IconKey size={22} />} title="No broad token yet" action={add}>
                For a data warehouse, a CRM or a dialler of your own that needs every campaign.
              </Empty>
            )
          }
        >
          {(all) => (
            <>
              <Tabs.Panel value="tokens">
                <TokenList tokens={all} slug={undefined} />
              </Tabs.Panel>
              <Tabs.Panel value="usage">
                <TokenUsage tokens={all} slug={undefined} />
              </Tabs.Panel>
            </>
          )}
        </Loaded>
      </Tabs>
      {adding && <NewTokenDialog slug={undefined} name={account.name} onClose={() => setAdding(false)} />}
    </Page>
  );
}
