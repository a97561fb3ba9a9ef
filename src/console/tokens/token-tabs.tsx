/** The tokens of a campaign or of the account, in tabs: the list, the documentation page of each token, and usage. */
import { Tabs } from '@mantine/core';
import { IconBook2, IconChartBar, IconKey } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Empty } from '../ui/empty.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { tokensQuery } from './queries.ts';
import { Reference } from './reference.tsx';
import { TokenList } from './token-list.tsx';
import { TokenUsage } from './usage/usage.tsx';

export type TokenTab = 'tokens' | 'reference' | 'usage';

/** Narrow enough that three tabs stand in a row on a small screen. */
const room = { base: 'xs', xs: 'md' };

interface TokenTabsProps {
  /** Undefined for the broad tokens of the account. */
  readonly slug: string | undefined;
  readonly tab: TokenTab | undefined;
  readonly onTab: (tab: TokenTab) => void;
  /** Id of the token in the address. */
  readonly token?: string | undefined;
  /** Shown if there is no token yet: a title, the way to the first one, and its purpose. */
  readonly none: { readonly title: string; readonly action: ReactNode; readonly why: ReactNode };
}

export function TokenTabs({ slug, tab = 'tokens', onTab, token, none }: TokenTabsProps) {
  const tokens = useQuery(tokensQuery(slug));
  // A broad token's page lists campaigns, each with a page of its own. The tokens of those campaigns show these.
  const hasReference = slug !== undefined;
  return (
    <Tabs
      value={tab === 'reference' && !hasReference ? 'tokens' : tab}
      onChange={(next) => onTab(next as TokenTab)}
      keepMounted={false}
    >
      <Tabs.List mb="md">
        <Tabs.Tab px={room} value="tokens" leftSection={<IconKey size={15} />}>
          API tokens
        </Tabs.Tab>
        {hasReference && (
          <Tabs.Tab px={room} value="reference" leftSection={<IconBook2 size={15} />}>
            Reference
          </Tabs.Tab>
        )}
        <Tabs.Tab px={room} value="usage" leftSection={<IconChartBar size={15} />}>
          Usage
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="usage">
        <TokenUsage slug={slug} />
      </Tabs.Panel>
      {tab !== 'usage' && (
        <Loaded
          query={tokens}
          empty={(all) =>
            all.length > 0 ? undefined : (
              <Empty icon={<IconKey size={22} />} title={none.title} action={none.action}>
                {none.why}
              </Empty>
            )
          }
        >
          {(all) => (
            <>
              <Tabs.Panel value="tokens">
                <TokenList tokens={all} slug={slug} marked={token} />
              </Tabs.Panel>
              {hasReference && (
                <Tabs.Panel value="reference">
                  <Reference tokens={all} chosen={token} />
                </Tabs.Panel>
              )}
            </>
          )}
        </Loaded>
      )}
    </Tabs>
  );
}
