/**
 * Removing a part of the definition. It is tried gently first: what depends on it makes the server refuse, and is then named, with
 * what stops, before it is removed all the same.
 */
import { Alert, List, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Problem } from '../api/problem.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { told } from '../ui/told.ts';
import { numbered } from './counts.ts';
import { useCampaignChanged } from './queries.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

interface UsedBy {
  readonly filters: readonly Named[];
  readonly tokens: readonly Named[];
}

interface RemoveDialogProps {
  readonly slug: string;
  /** As in "the option Website". */
  readonly what: string;
  readonly action: string;
  readonly word?: string;
  readonly remove: (force: boolean) => Promise<unknown>;
  readonly onClose: () => void;
  /** What happens in any case. */
  readonly children: ReactNode;
}

export function RemoveDialog({ slug, what, action, word, remove, onClose, children }: RemoveDialogProps) {
  const [used, setUsed] = useState<UsedBy>();
  const changed = useCampaignChanged(slug);
  const confirm = async (): Promise<boolean> => {
    try {
      await remove(used !== undefined);
      return true;
    } catch (error) {
      if (used || !(error instanceof Problem) || error.code !== 'in_use') throw error;
      setUsed(error.more.used_by as UsedBy);
      return false;
    }
  };
  return (
    <ConfirmDialog
      title={`${action}: ${what}`}
      opened
      onClose={onClose}
      action={used ? `${action} all the same` : action}
      {...(word !== undefined && { word })}
      confirm={confirm}
      stays={(removed) => !removed}
      done={(removed) => {
        if (!removed) return;
        told(`${what}: done.`);
        void changed();
      }}
    >
      <Text size="sm" component="div">
        {children}
      </Text>
      {used && (
        <Alert
          color="orange"
          title={`It is used by ${numbered(used.filters.length, 'filter')} and ${numbered(used.tokens.length, 'token')}`}
        >
          <Text size="sm">
            Their tokens go on reading what they read; where a filter asks for what is gone, no lead can be created with
            them.
          </Text>
          <List size="sm" mt="xs">
            {used.filters.map(({ id, name }) => (
              <List.Item key={id}>Filter “{name}”</List.Item>
            ))}
            {used.tokens.map(({ id, name }) => (
              <List.Item key={id}>Token of {name}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </ConfirmDialog>
  );
}
