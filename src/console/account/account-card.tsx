/** The name of the account. Vendors read it on every documentation page, so only owners change it. */
import { useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../api/client.ts';
import { NameCard } from '../session/name-card.tsx';
import { sessionQuery, useSession } from '../session/queries.ts';

export function AccountCard() {
  const { account } = useSession();
  const client = useQueryClient();
  const rename = async (name: string) => {
    const saved = await ask(api.PATCH('/account', { body: { name } }));
    await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    return saved.name;
  };
  return (
    <NameCard
      title="Account"
      label="Account name"
      description="Vendors see it on every documentation page."
      name={account.name}
      to="owner"
      action="Rename the account"
      onSave={rename}
      saved={(name) => `Account renamed to ${name}.`}
    />
  );
}
