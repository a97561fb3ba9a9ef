/** Accepted and refused requests by day, of one token or of all together, including revoked tokens. */
import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LongSelect } from '../../ui/list/long-select.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { type Usage, type UsageDay, usageOfAllQuery } from '../queries.ts';
import { UsageCard } from './usage-card.tsx';

const everyone = '';

/** Adds up the days of several tokens. */
export function together(all: readonly (readonly UsageDay[])[]): UsageDay[] {
  const days = new Map<string, UsageDay>();
  for (const { date, accepted, refused } of all.flat()) {
    const before = days.get(date) ?? { date, accepted: 0, refused: 0 };
    days.set(date, { date, accepted: before.accepted + accepted, refused: before.refused + refused });
  }
  return [...days.values()].sort((a, b) => a.date.localeCompare(b.date));
}

/** On a campaign's page, the name says which tokens are broad. */
function nameOf({ name, scope, state }: Usage, slug: string | undefined): string {
  const notes = [scope === 'account' && slug !== undefined && 'broad token', state === 'revoked' && 'revoked'];
  const suffix = notes.filter((note) => note !== false).join(', ');
  return suffix === '' ? name : `${name} (${suffix})`;
}

export function TokenUsage({ slug }: { readonly slug: string | undefined }) {
  const [chosen, setChosen] = useState(everyone);
  const usage = useQuery(usageOfAllQuery(slug));
  return (
    <Loaded query={usage} rows={6}>
      {(all) => {
        const shown = all.filter(({ token_id }) => chosen === everyone || token_id === chosen);
        return (
          <Stack gap="md">
            <LongSelect
              label="Requests of"
              data={[
                { value: everyone, label: 'All tokens' },
                ...all.map((one) => ({ value: one.token_id, label: nameOf(one, slug) })),
              ]}
              value={chosen}
              onChange={(value) => setChosen(value ?? everyone)}
              allowDeselect={false}
              nothingFoundMessage="No token with this name"
              w={280}
            />
            <UsageCard days={together(shown.map(({ days }) => days))} span="30 days" />
          </Stack>
        );
      }}
    </Loaded>
  );
}
