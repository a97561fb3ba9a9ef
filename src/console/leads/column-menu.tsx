/** Which fields stand in the table. */
import { ActionIcon, Checkbox, Popover, ScrollArea, Stack, Tooltip } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import type { Shape } from '../api/client.ts';

interface ColumnMenuProps {
  readonly fields: readonly Shape<'Field'>[];
  readonly shown: readonly Shape<'Field'>[];
  readonly toggle: (key: string) => void;
}

export function ColumnMenu({ fields, shown, toggle }: ColumnMenuProps) {
  return (
    <Popover withinPortal position="bottom-end" trapFocus>
      <Popover.Target>
        <Tooltip label="Columns">
          <ActionIcon variant="default" size={36} aria-label="Columns">
            <IconColumns3 size={17} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <ScrollArea.Autosize mah={360} type="auto">
          <Stack gap="xs">
            {fields.map(({ key, label }) => (
              <Checkbox
                key={key}
                size="sm"
                label={label}
                checked={shown.some((one) => one.key === key)}
                onChange={() => toggle(key)}
              />
            ))}
          </Stack>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}
