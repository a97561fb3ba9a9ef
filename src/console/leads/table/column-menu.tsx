/** The menu that chooses the table's columns and their order. */
import { ActionIcon, Button, Popover, ScrollArea, Tooltip } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { ColumnList } from './column-list.tsx';
import type { Columns } from './columns.ts';

export function ColumnMenu(columns: Columns) {
  const { reset } = columns;
  return (
    <Popover withinPortal position="bottom-end" trapFocus shadow="md">
      <Popover.Target>
        <Tooltip label="Columns">
          <ActionIcon variant="default" size={36} aria-label="Columns">
            <IconColumns3 size={17} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns">
        <ScrollArea.Autosize mah={360} type="auto" offsetScrollbars>
          <ColumnList {...columns} />
        </ScrollArea.Autosize>
        <Button mt="sm" size="compact-xs" variant="subtle" disabled={!reset} onClick={reset}>
          Reset
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
