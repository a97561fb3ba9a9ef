/** The name of a campaign. Its slug never changes, because addresses and programs use it. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { api, ask, type Shape } from '../../api/client.ts';
import { problemOf } from '../../api/problem.ts';
import { NameCard } from '../../session/name-card.tsx';
import { useCampaignChanged } from '../queries.ts';

export function CampaignName({ campaign }: { readonly campaign: Shape<'Campaign'> }) {
  const { slug, revision } = campaign;
  // The name as it was when the form opened. Data that is fetched later must not replace it.
  const [seen, setSeen] = useState(campaign.name);
  const changed = useCampaignChanged(slug);
  const rename = async (name: string) => {
    if (campaign.name !== seen)
      throw problemOf(
        409,
        { code: 'stale' },
        `Somebody else has renamed it to ${campaign.name}. Reload the page to go on.`,
      );
    const params = { path: { slug }, header: { 'If-Match': `"${revision}"` } };
    const saved = await ask(api.PATCH('/campaigns/{slug}', { params, body: { name } }));
    setSeen(saved.name);
    await changed();
    return saved.name;
  };
  return (
    <NameCard
      title="Name"
      label="Name"
      description="Vendors see it on their documentation pages."
      name={campaign.name}
      to="admin"
      action="Save"
      onSave={rename}
      saved={(name) => `Campaign renamed to ${name}.`}
    >
      <TextInput
        label="Web address"
        description="Cannot be changed: vendors’ programs use it."
        value={slug}
        readOnly
        variant="filled"
      />
    </NameCard>
  );
}
