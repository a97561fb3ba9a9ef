/** One active filter. Its words open its inputs, and the cross removes it. */
import { Button, CloseButton, Popover } from '@mantine/core';
import type { ListSearch } from '../queries.ts';
import classes from './filter-bar.module.css';
import type { Chip } from './filter-chips.ts';
import { FilterValue } from './filter-value.tsx';
import type { FilterValues } from './filters.ts';

interface FilterChipProps {
  readonly chip: Chip;
  readonly search: ListSearch;
  readonly opened: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly set: (values: FilterValues) => void;
  readonly remove: () => void;
}

export function FilterChip({ chip: { filter, label, words }, search, opened, onOpen, set, remove }: FilterChipProps) {
  const text = (
    <span className={classes.words}>
      <bdi>{label}</bdi>: <bdi>{words}</bdi>
    </span>
  );
  return (
    <span className={classes.chip}>
      {filter ? (
        <Popover
          opened={opened}
          onChange={onOpen}
          closeOnEscape={false}
          withinPortal
          trapFocus
          returnFocus
          position="bottom-start"
          shadow="md"
        >
          <Popover.Target>
            <Button size="compact-sm" variant="transparent" maw={340} onClick={() => onOpen(!opened)}>
              {text}
            </Button>
          </Popover.Target>
          <Popover.Dropdown
            w={320}
            maw="calc(100vw - 2rem)"
            onKeyDownCapture={({ key, currentTarget }) => {
              // If a calendar is open in the popover, Escape closes only the calendar.
              if (key === 'Escape' && !currentTarget.querySelector('[data-dates-dropdown]')) onOpen(false);
            }}
          >
            <FilterValue
              filter={filter}
              search={search}
              set={(values) => {
                set(values);
                onOpen(false);
              }}
            />
          </Popover.Dropdown>
        </Popover>
      ) : (
        <span className={classes.fixed}>{text}</span>
      )}
      <CloseButton size="sm" aria-label={`Remove: ${label}`} onClick={remove} />
    </span>
  );
}
