/** API documentation of a campaign: who may use its API, what each of them reads about it, and how much it is used. */
import '@mantine/dates/styles.css';
import { Button, Tabs } from '@mantine/core';
import { IconBook2, IconChartBar, IconKey, IconNotes, IconPlus, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { NotesDialog } from '../campaign/notes-dialog.tsx';
import { campaignQuery } from '../campaign/queries.ts';
import { Allowed } from '../session/roles.tsx';
import { Guide } from '../tokens/guide.tsx';
import { tokensQuery } from '../tokens/queries.ts';
import { Reference } from '../tokens/reference.tsx';
import { NewTokenDialog } from '../tokens/token-dialogs.tsx';
import { TokenList } from '../tokens/token-list.tsx';
import { TokenUsage } from '../tokens/usage.tsx';
import { VendorDialog } from '../tokens/vendor-dialog.tsx';
import { Empty } from '../ui/empty.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';

const from = '/inside/campaigns/$slug/documentation';

export function DocumentationPage() {
  const { slug } = useParams({ from });
  const { tab = 'tokens', token } = useSearch({ from });
  const navigate = useNavigate();
  const [adding, setAdding] = useState<'vendor' | 'token' | 'notes'>();
  const { data: campaign } = useQuery(campaignQuery(slug));
  const tokens = useQuery(tokensQuery(slug));
  const close = () => setAdding(undefined);
  const addVendor = (
    <Allowed to="admin">
      <Button leftSection={<IconUserPlus size={16} />} onClick={() => setAdding('vendor')}>
        Add vendor
      </Button>
    </Allowed>
  );
  return (
    <Page
      title="API documentation"
      description="Each token has a public page with exactly what it may do. Send a vendor its address and its token: that is all they need."
      actions={
        <>
          <Allowed to="admin">
            <Button
              variant="default"
              leftSection={<IconNotes size={16} />}
              disabled={!campaign}
              onClick={() => setAdding('notes')}
            >
              Contact and notes
            </Button>
          </Allowed>
          <Allowed to="admin">
            <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setAdding('token')}>
              New API token
            </Button>
          </Allowed>
          {addVendor}
        </>
      }
    >
      <Guide slug={slug} addVendor={() => setAdding('vendor')} />
      <Tabs
        value={tab}
        onChange={(next) =>
          void navigate({ to: '.', search: { tab: next === 'reference' || next === 'usage' ? next : 'tokens' } })
        }
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="tokens" leftSection={<IconKey size={15} />}>
            API tokens
          </Tabs.Tab>
          <Tabs.Tab value="reference" leftSection={<IconBook2 size={15} />}>
            Reference
          </Tabs.Tab>
          <Tabs.Tab value="usage" leftSection={<IconChartBar size={15} />}>
            Usage
          </Tabs.Tab>
        </Tabs.List>
        <Loaded
          query={tokens}
          empty={(all) =>
            all.length > 0 ? undefined : (
              <Empty icon={<IconKey size={22} />} title="No API token yet" action={addVendor}>
                Add a vendor to hand out access in one step, or make a token of your own.
              </Empty>
            )
          }
        >
          {(all) => (
            <>
              <Tabs.Panel value="tokens">
                <TokenList tokens={all} slug={slug} marked={token} />
              </Tabs.Panel>
              <Tabs.Panel value="reference">
                <Reference tokens={all} chosen={token} />
              </Tabs.Panel>
              <Tabs.Panel value="usage">
                <TokenUsage tokens={all} slug={slug} />
              </Tabs.Panel>
            </>
          )}
        </Loaded>
      </Tabs>
      {adding === 'notes' && campaign && <NotesDialog campaign={campaign} onClose={close} />}
      {adding === 'vendor' && <VendorDialog slug={slug} campaign={campaign?.name ?? slug} onClose={close} />}
      {adding === 'token' && <NewTokenDialog slug={slug} name={campaign?.name ?? slug} onClose={close} />}
    </Page>
  );
}
