/** What was accepted and refused, by day: of one token, or of all of them together, also of those that are gone. */
import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LongSelect } from '../../ui/list/long-select.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { type Usage, type UsageDay, usageOfAllQuery } from '../queries.ts';
import { UsageCard } from './usage-card.tsx';

const everyone = '';

/** The days of several tokens as one. */
export function together(all: readonly (readonly UsageDay[])[]): UsageDay[] {
  const days = new Map<string, UsageDay>();
  for (const { date, accepted, refused } of all.flat()) {
    const before = days.get(date) ?? { date, accepted: 0, refused: 0 };
    days.set(date, { date, accepted: before.accepted + accepted, refused: before.refused + refused });
  }
  return [...days.values()].sort((a, b) => a.date.localeCompare(b.date));
}

/** Broad tokens are told apart beside a campaign's own. */
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
