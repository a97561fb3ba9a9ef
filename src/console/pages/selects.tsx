/** The selects of a campaign: lists of options that its fields offer. */
import { Button } from '@mantine/core';
import { IconList, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { NewSelectDialog } from '../campaign/options/new-select-dialog.tsx';
import { SelectList } from '../campaign/options/select-list.tsx';
import { fieldsQuery, selectsQuery } from '../campaign/queries.ts';
import { Allowed } from '../session/roles.tsx';
import { Empty } from '../ui/empty.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';

export function SelectsPage() {
  const { slug } = useParams({ from: '/inside/campaigns/$slug/selects' });
  const selects = useQuery(selectsQuery(slug));
  const { data: fields } = useQuery(fieldsQuery(slug));
  const [adding, setAdding] = useState(false);
  const add = (
    <Allowed to="admin">
      <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
        New select
      </Button>
    </Allowed>
  );
  return (
    <Page
      title="Selects"
      description="Lists of options. A vendor’s document shows only the options that its filter allows."
      actions={add}
    >
      <Loaded
        query={selects}
        empty={({ data }) =>
          data.data.length > 0 ? undefined : (
            <Empty icon={<IconList size={22} />} title="No select yet" action={add}>
              “Source” is a good first select: each vendor is one of its options.
            </Empty>
          )
        }
      >
        {({ data }) => <SelectList slug={slug} selects={data.data} fields={fields?.data.data ?? []} />}
      </Loaded>
      {adding && <NewSelectDialog slug={slug} onClose={() => setAdding(false)} />}
    </Page>
  );
}
