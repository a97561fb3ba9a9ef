/** The API documentation of a campaign: its tokens, the page of each token, and usage. */
import '@mantine/dates/styles.css';
import { Button } from '@mantine/core';
import { IconNotes, IconPlus, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { NotesDialog } from '../campaign/notes-dialog.tsx';
import { campaignQuery } from '../campaign/queries.ts';
import { Allowed } from '../session/roles.tsx';
import { NewTokenDialog } from '../tokens/form/token-dialogs.tsx';
import { Guide } from '../tokens/guide.tsx';
import { TokenTabs } from '../tokens/token-tabs.tsx';
import { VendorDialog } from '../tokens/vendor/vendor-dialog.tsx';
import { Page } from '../ui/page.tsx';

const from = '/inside/campaigns/$slug/documentation';

export function DocumentationPage() {
  const { slug } = useParams({ from });
  const { tab, token } = useSearch({ from });
  const navigate = useNavigate();
  const [adding, setAdding] = useState<'vendor' | 'token' | 'notes'>();
  const { data: campaign } = useQuery(campaignQuery(slug));
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
      <TokenTabs
        slug={slug}
        tab={tab}
        onTab={(next) => void navigate({ to: '.', search: { tab: next } })}
        token={token}
        none={{
          title: 'No API token yet',
          action: addVendor,
          why: 'Add a vendor to hand out access in one step, or make a token of your own.',
        }}
      />
      {adding === 'notes' && campaign && <NotesDialog campaign={campaign} onClose={close} />}
      {adding === 'vendor' && <VendorDialog slug={slug} campaign={campaign?.name ?? slug} onClose={close} />}
      {adding === 'token' && <NewTokenDialog slug={slug} name={campaign?.name ?? slug} onClose={close} />}
    </Page>
  );
}
