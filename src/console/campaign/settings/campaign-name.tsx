/** The name of a campaign. Its slug stays, because addresses and programs hold it. */
import { TextInput } from '@mantine/core';
import { api, ask, type Shape } from '../../api/client.ts';
import { NameCard } from '../../session/name-card.tsx';
import { useCampaignChanged } from '../queries.ts';

export function CampaignName({ campaign }: { readonly campaign: Shape<'Campaign'> }) {
  const { slug, revision } = campaign;
  const changed = useCampaignChanged(slug);
  const rename = async (name: string) => {
    const params = { path: { slug }, header: { 'If-Match': `"${revision}"` } };
    const saved = await ask(api.PATCH('/campaigns/{slug}', { params, body: { name } }));
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
      saved={(name) => `The campaign is called ${name} now.`}
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
