/**
 * Copies a text. It says "Copied" only if the clipboard took the text. Otherwise it shows the text, selected, to be copied
 * by hand.
 */
import { ActionIcon, Button, Popover, TextInput, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { messageOf } from '../api/problem.ts';

interface CopyButtonProps {
  /** The text, or a function that gets it when it is needed. */
  readonly text: string | (() => Promise<string>);
  /** The action and its object, as in "Copy the documentation URL". */
  readonly label: string;
  /** The words on the button. Without them it is an icon. */
  readonly children?: ReactNode;
  readonly icon?: ReactNode;
  readonly variant?: 'filled' | 'default' | 'light';
  readonly disabled?: boolean;
}

type State =
  | { readonly kind: 'idle' | 'copied' | 'busy' }
  | { readonly kind: 'refused'; readonly text: string }
  | Failure;
type Failure = { readonly kind: 'failed'; readonly why: string };

export function CopyButton(props: CopyButtonProps) {
  const { text, label, children, icon = <IconCopy size={16} />, variant = 'default', disabled } = props;
  const [state, setState] = useState<State>({ kind: 'idle' });
  useEffect(() => {
    if (state.kind !== 'copied') return;
    const timer = setTimeout(() => setState({ kind: 'idle' }), 2500);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = async () => {
    setState({ kind: 'busy' });
    let wanted: string;
    try {
      wanted = typeof text === 'string' ? text : await text();
    } catch (error) {
      setState({ kind: 'failed', why: messageOf(error) });
      return;
    }
    await navigator.clipboard.writeText(wanted).then(
      () => setState({ kind: 'copied' }),
      () => setState({ kind: 'refused', text: wanted }),
    );
  };
  const copied = state.kind === 'copied';
  const mark = copied ? <IconCheck size={16} /> : icon;
  return (
    <Popover
      opened={state.kind === 'refused' || state.kind === 'failed'}
      onChange={() => setState({ kind: 'idle' })}
      trapFocus
      withArrow
      withinPortal
    >
      <Popover.Target>
        {children ? (
          <Button
            variant={variant}
            leftSection={mark}
            onClick={() => void copy()}
            loading={state.kind === 'busy'}
            disabled={disabled}
            color={copied ? 'teal' : undefined}
          >
            {copied ? 'Copied' : children}
          </Button>
        ) : (
          <Tooltip label={copied ? 'Copied' : label}>
            <ActionIcon
              variant="subtle"
              color={copied ? 'teal' : 'gray'}
              onClick={() => void copy()}
              loading={state.kind === 'busy'}
              disabled={disabled}
              aria-label={copied ? `Copied: ${label}` : label}
            >
              {mark}
            </ActionIcon>
          </Tooltip>
        )}
      </Popover.Target>
      <Popover.Dropdown maw={360} aria-label={label}>
        {state.kind === 'refused' && <ByHand text={state.text} />}
        {state.kind === 'failed' && (
          <span role="alert">
            <IconAlertTriangle size={14} /> {state.why}
          </span>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function ByHand({ text }: { readonly text: string }) {
  const shown = useRef<HTMLInputElement>(null);
  useEffect(() => shown.current?.select(), []);
  return <TextInput ref={shown} label="The browser blocked copying. Copy it here" value={text} readOnly w={320} />;
}
