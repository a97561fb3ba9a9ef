/** What was accepted and refused, by day: of one token, or of all of them together. */
import { Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Loaded } from '../ui/loaded.tsx';
import { type Token, type UsageDay, usageQuery } from './queries.ts';
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

export function TokenUsage({ tokens, slug }: { readonly tokens: readonly Token[]; readonly slug: string | undefined }) {
  const [chosen, setChosen] = useState(everyone);
  const usage = useQuery(usageQuery(slug));
  return (
    <Loaded query={usage} rows={6}>
      {(byToken) => {
        const days = chosen === everyone ? together([...byToken.values()]) : (byToken.get(chosen) ?? []);
        return (
          <Stack gap="md">
            <Select
              label="Requests of"
              data={[
                { value: everyone, label: 'All tokens' },
                ...tokens.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={chosen}
              onChange={(value) => setChosen(value ?? everyone)}
              allowDeselect={false}
              w={280}
            />
            <UsageCard days={days} span="30 days" />
          </Stack>
        );
      }}
    </Loaded>
  );
}
