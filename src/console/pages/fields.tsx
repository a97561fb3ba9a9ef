/** The fields of a campaign: what a lead is made of. */
import '@mantine/dates/styles.css';
import { Button } from '@mantine/core';
import { IconForms, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask, type Shape } from '../api/client.ts';
import { RemoveDialog } from '../campaign/changes/remove-dialog.tsx';
import { leadsThat } from '../campaign/counts.ts';
import { DuplicateRuleCard } from '../campaign/duplicate-rule-card.tsx';
import { FieldDrawer } from '../campaign/fields/field-drawer.tsx';
import { FieldList } from '../campaign/fields/field-list.tsx';
import { fieldsQuery } from '../campaign/queries.ts';
import { Allowed } from '../session/roles.tsx';
import { Empty } from '../ui/empty.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';

type Field = Shape<'Field'>;

export function FieldsPage() {
  const { slug } = useParams({ from: '/inside/campaigns/$slug/fields' });
  const fields = useQuery(fieldsQuery(slug));
  const [editing, setEditing] = useState<Field | 'new'>();
  const [removing, setRemoving] = useState<Field>();
  const add = (
    <Allowed to="admin">
      <Button leftSection={<IconPlus size={16} />} onClick={() => setEditing('new')}>
        New field
      </Button>
    </Allowed>
  );
  return (
    <Page
      title="Fields"
      description="The fields of a lead, in the order in which people and documents show them."
      actions={add}
    >
      <Loaded
        query={fields}
        empty={({ data }) =>
          data.data.length > 0 ? undefined : (
            <Empty icon={<IconForms size={22} />} title="No field yet" action={add}>
              Begin with the values that a vendor must send: a name, a phone number and the source.
            </Empty>
          )
        }
      >
        {({ data }) => (
          <>
            <FieldList slug={slug} fields={data.data} edit={setEditing} remove={setRemoving} />
            <DuplicateRuleCard slug={slug} fields={data.data} />
          </>
        )}
      </Loaded>
      {editing && (
        <FieldDrawer
          key={editing === 'new' ? 'new' : editing.key}
          slug={slug}
          field={editing === 'new' ? undefined : editing}
          etag={fields.data?.etag}
          onClose={() => setEditing(undefined)}
        />
      )}
      {removing && (
        <RemoveDialog
          slug={slug}
          part={{ field: removing.key }}
          list={fieldsQuery(slug)}
          title={`Delete the field “${removing.label}”`}
          action="Delete"
          note={`Field “${removing.label}” deleted.`}
          word={removing.key}
          onClose={() => setRemoving(undefined)}
          remove={(params) =>
            ask(
              api.DELETE('/campaigns/{slug}/fields/{key}', {
                params: { path: { slug, key: removing.key }, ...params },
              }),
            )
          }
          change={(query) => ({ operation: 'deleteField', path: { key: removing.key }, query })}
        >
          {(leads) => (
            <>
              {leadsThat(leads, 'has a value in it', 'have a value in it')}
              {leads.count > 0 && ': it stays stored, but is no longer shown'}. The field is removed from the vendors’
              pages, requests that still send it are refused, and the API name cannot be reused.
            </>
          )}
        </RemoveDialog>
      )}
    </Page>
  );
}
