/** Which columns stand in the table. */
import { ActionIcon, Button, Checkbox, Popover, ScrollArea, Stack, Tooltip } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import type { Column } from './columns.ts';

interface ColumnMenuProps {
  readonly all: readonly Column[];
  readonly shown: readonly Column[];
  readonly toggle: (path: string) => void;
  /** Left out while nothing was chosen. */
  readonly reset: (() => void) | undefined;
}

export function ColumnMenu({ all, shown, toggle, reset }: ColumnMenuProps) {
  return (
    <Popover withinPortal position="bottom-end" trapFocus shadow="md">
      <Popover.Target>
        <Tooltip label="Columns">
          <ActionIcon variant="default" size={36} aria-label="Columns">
            <IconColumns3 size={17} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <ScrollArea.Autosize mah={360} type="auto" offsetScrollbars>
          <Stack gap="xs">
            {all.map(({ path, label }) => (
              <Checkbox
                key={path}
                size="sm"
                label={<bdi>{label}</bdi>}
                checked={shown.some((one) => one.path === path)}
                onChange={() => toggle(path)}
              />
            ))}
          </Stack>
        </ScrollArea.Autosize>
        <Button mt="sm" size="compact-xs" variant="subtle" disabled={!reset} onClick={reset}>
          As at first
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
