/** Shows which campaign is open, and leads to another. It is found by typing, because an account may have hundreds. */
import { Box, Combobox, Text, UnstyledButton, useCombobox } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { campaignQuery, campaignsQuery } from '../campaign/queries.ts';
import { byText, distance, filterAndSort, type Plan } from '../ui/list/find.ts';
import classes from './navigation.module.css';

/** Nobody reads a longer list. Typing another letter shortens it. */
const maxShown = 50;

interface Named {
  readonly slug: string;
  readonly name: string;
}

const plan: Plan<Named> = {
  text: ({ name, slug }) => `${name} ${slug}`,
  orders: { name: { label: 'Name', by: byText(({ name }) => name) } },
};

const nearest = (campaigns: readonly Named[], text: string) =>
  [...filterAndSort(campaigns, plan, { text, sort: undefined, state: undefined })].sort(
    (a, b) => distance(a.name, text) - distance(b.name, text),
  );

export function CampaignSwitch({ slug }: { readonly slug: string }) {
  const { data: campaign } = useQuery(campaignQuery(slug));
  const { data: campaigns = [] } = useQuery(campaignsQuery);
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const box = useCombobox({
    onDropdownClose: () => {
      box.resetSelectedOption();
      box.focusTarget();
      setText('');
    },
    onDropdownOpen: () => box.focusSearchInput(),
  });
  const hits = box.dropdownOpened ? nearest(campaigns, text) : [];
  const go = (chosen: string) => {
    box.closeDropdown();
    void (chosen === toAll
      ? navigate({ to: '/campaigns' })
      : navigate({ to: '/campaigns/$slug/leads', params: { slug: chosen } }));
  };
  return (
    <Combobox store={box} onOptionSubmit={go} width={260} position="bottom-start" withinPortal={false}>
      <Combobox.Target targetType="button">
        <UnstyledButton className={classes.campaign} onClick={() => box.toggleDropdown()}>
          <Box miw={0}>
            <Text size="xs" c="dimmed">
              Campaign
            </Text>
            <Text fw={600} size="sm" truncate>
              {campaign?.name ?? slug}
            </Text>
          </Box>
          <IconChevronDown size={16} />
        </UnstyledButton>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            box.updateSelectedOptionIndex();
          }}
          placeholder="Find a campaign"
          aria-label="Find a campaign"
        />
        <Combobox.Options aria-label="Campaigns" className={classes.found} tabIndex={0}>
          {text === '' && <Combobox.Option value={toAll}>All campaigns</Combobox.Option>}
          {hits.slice(0, maxShown).map((one) => (
            <Combobox.Option key={one.slug} value={one.slug} active={one.slug === slug}>
              {one.name}
            </Combobox.Option>
          ))}
          {hits.length === 0 && <Combobox.Empty>No campaign matches</Combobox.Empty>}
        </Combobox.Options>
        {hits.length > maxShown && (
          <Combobox.Footer>
            <Text size="xs" c="dimmed">
              {maxShown} of {hits.length}: type to find the others.
            </Text>
          </Combobox.Footer>
        )}
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** No campaign has this slug. */
const toAll = '*';
