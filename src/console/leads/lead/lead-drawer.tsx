/** One lead beside the list: its values, its history, and the button to erase it. */
import { Alert, Button, Drawer, Tabs, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { numbered } from '../../campaign/counts.ts';
import { Allowed, useMay } from '../../session/roles.tsx';
import { Ago } from '../../session/time.tsx';
import { ConfirmDialog } from '../../ui/form/confirm-dialog.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { showToast } from '../../ui/toast.ts';
import { LeadLink } from '../lead-link.tsx';
import { type Lead, leadQuery } from '../queries.ts';
import { type Labels, titleOf } from '../shown-value.ts';
import { LeadEditor } from './lead-editor.tsx';
import { LeadHistory } from './lead-history.tsx';
import { LeadValues } from './lead-values.tsx';

interface LeadDrawerProps {
  readonly slug: string;
  readonly labels: Labels;
  /** `new`, or the id of an existing lead. */
  readonly id: string;
  readonly onClose: () => void;
  readonly saved: (lead: Lead, isNew: boolean) => void;
  readonly erased: (id: string) => void;
}

export function LeadDrawer({ slug, labels, id, onClose, saved, erased }: LeadDrawerProps) {
  const isNew = id === 'new';
  const lead = useQuery({ ...leadQuery(slug, id), enabled: !isNew });
  const client = useQueryClient();
  const may = useMay('admin');
  const [erasing, setErasing] = useState(false);
  const done = (now: Lead) => {
    // The answer to a change does not say whether the lead was marked as a duplicate, so the mark is kept.
    client.setQueryData(leadQuery(slug, now.id).queryKey, (before) => ({ ...markOf(before), ...now }));
    void client.invalidateQueries({ queryKey: ['campaign', slug, 'lead', now.id, 'history'] });
    saved(now, isNew);
  };
  const below = (there: Lead) => (
    <div>
      <Text size="xs" c="dimmed" my="sm">
        Version {there.version}, created <Ago at={there.created_at} />, changed <Ago at={there.updated_at} />
      </Text>
      <Allowed to="admin">
        <Button
          size="xs"
          variant="default"
          c="var(--mantine-color-error)"
          leftSection={<IconTrash size={14} />}
          onClick={() => setErasing(true)}
        >
          Erase this lead…
        </Button>
      </Allowed>
    </div>
  );
  const title = lead.data ? titleOf(lead.data, labels) : isNew ? 'New lead' : 'Lead';
  return (
    <Drawer opened onClose={onClose} position="right" size="lg" title={<bdi>{title}</bdi>}>
      {isNew && !may ? (
        <Alert color="gray">Creating a lead needs an owner or admin.</Alert>
      ) : isNew ? (
        <LeadEditor slug={slug} labels={labels} lead={undefined} saved={done} onClose={onClose} />
      ) : (
        <Loaded query={lead}>
          {(there) => (
            <Tabs defaultValue="values">
              {there.duplicate_of !== undefined && <DuplicateOf id={there.duplicate_of} />}
              <Tabs.List mb="md">
                <Tabs.Tab value="values">Values</Tabs.Tab>
                <Tabs.Tab value="history">History</Tabs.Tab>
              </Tabs.List>
              <Tabs.Panel value="values">
                {may ? (
                  <LeadEditor key={there.id} slug={slug} labels={labels} lead={there} saved={done} onClose={onClose}>
                    {below(there)}
                  </LeadEditor>
                ) : (
                  <>
                    <LeadValues lead={there} labels={labels} />
                    {below(there)}
                  </>
                )}
              </Tabs.Panel>
              <Tabs.Panel value="history">
                <LeadHistory slug={slug} id={there.id} labels={labels} />
              </Tabs.Panel>
            </Tabs>
          )}
        </Loaded>
      )}
      <ConfirmDialog
        title="Erase this lead"
        opened={erasing}
        onClose={() => setErasing(false)}
        action="Erase"
        word="erase"
        confirm={() =>
          ask(api.DELETE('/campaigns/{slug}/leads/{lead_id}', { params: { path: { slug, lead_id: id } } }))
        }
        done={() => {
          showToast('The lead is erased.');
          erased(id);
        }}
      >
        <Text size="sm">
          This erases the lead with all its values and its history ({numbered(lead.data?.version ?? 1, 'version')}). It
          cannot be undone. Vendors that could see the lead learn only that it was erased.
        </Text>
      </ConfirmDialog>
    </Drawer>
  );
}

/** The campaign's duplicate check has marked the lead. Its vendor may not know. */
function DuplicateOf({ id }: { readonly id: string }) {
  return (
    <Alert color="gray" mb="md">
      Marked as a duplicate of{' '}
      <LeadLink id={id} inherit underline="always">
        another lead
      </LeadLink>{' '}
      when it was created.
    </Alert>
  );
}

const markOf = (before: Lead | undefined) =>
  before?.duplicate_of === undefined ? {} : { duplicate_of: before.duplicate_of };
