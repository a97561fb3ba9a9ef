/**
 * Copies a text. It says that it did only when the clipboard took it; where the clipboard is refused, the text is shown,
 * selected, to be copied by hand.
 */
import { ActionIcon, Button, Popover, TextInput, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, as in "Copy the documentation URL". */
  readonly label: string;
  /** With words: a button; without: an icon. */
  readonly children?: ReactNode;
  readonly icon?: ReactNode;
  readonly variant?: 'filled' | 'default' | 'light';
}

type State = 'idle' | 'copied' | 'refused';

export function CopyButton({
  text,
  label,
  children,
  icon = <IconCopy size={16} />,
  variant = 'default',
}: CopyButtonProps) {
  const [state, setState] = useState<State>('idle');
  const shown = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (state === 'refused') shown.current?.select();
    if (state !== 'copied') return;
    const timer = setTimeout(() => setState('idle'), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  const mark = state === 'copied' ? <IconCheck size={16} /> : icon;
  return (
    <Popover opened={state === 'refused'} onClose={() => setState('idle')} trapFocus withArrow>
      <Popover.Target>
        {children ? (
          <Button variant={variant} leftSection={mark} onClick={copy} aria-label={label}>
            {state === 'copied' ? 'Copied' : children}
          </Button>
        ) : (
          <Tooltip label={state === 'copied' ? 'Copied' : label}>
            <ActionIcon variant="subtle" color={state === 'copied' ? 'teal' : 'gray'} onClick={copy} aria-label={label}>
              {mark}
            </ActionIcon>
          </Tooltip>
        )}
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput
          ref={shown}
          label="The browser did not let us copy: copy it here"
          value={text}
          readOnly
          w={320}
          onFocus={(event) => event.currentTarget.select()}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
