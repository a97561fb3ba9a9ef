/**
 * Removing a part of the definition. What depends on it is told first, with what stops; only then is it removed by force. What
 * came to depend on it in the meantime makes the server refuse, and is told as well.
 */
import { Loader, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Problem } from '../api/problem.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { told } from '../ui/told.ts';
import { type Dependents, DependentsAlert, isUsed } from './dependents.tsx';
import { Impact } from './impact.tsx';
import { announce, atOnce, type PlannedChange } from './planned.ts';
import { dependentsQuery, type Part, useCampaignChanged } from './queries.ts';
import { WhenInput } from './when-input.tsx';

export interface Removal {
  /** Although filters, tokens or the rule on duplicates use it: what they are has been told. */
  readonly force?: true;
}

interface RemoveDialogProps {
  readonly slug: string;
  readonly part: Part;
  readonly title: string;
  readonly action: string;
  /** The note when it was done. */
  readonly note: string;
  readonly word?: string;
  readonly remove: (query: Removal) => Promise<unknown>;
  /** The same as a planned change: whom it would break is told, and it can be announced. */
  readonly change: (query: Removal) => PlannedChange;
  readonly onClose: () => void;
  /** What happens to tokens that depend on it. */
  readonly tokens?: ReactNode;
  /** What happens in any case; the leads are those that have it. */
  readonly children: (leads: NonNullable<Dependents['leads']>) => ReactNode;
}

const reading =
  'These tokens go on reading what they read. Where a filter asks for what is gone, no lead can be created.';
const none = { count: 0, exact: true };

export function RemoveDialog(props: RemoveDialogProps) {
  const { slug, part, title, action, note, word, remove, change, onClose, tokens = reading, children } = props;
  const [when, setWhen] = useState(atOnce);
  const { data: dependents, isLoading } = useQuery(dependentsQuery(slug, part));
  const changed = useCampaignChanged(slug);
  const used = dependents !== undefined && isUsed(dependents);
  const later = when.at !== undefined;
  const removal: Removal = used ? { force: true } : {};
  const confirm = async () => {
    try {
      await (later ? announce(slug, change(removal), when) : remove(removal));
    } catch (error) {
      if (error instanceof Problem && error.code === 'in_use') void changed();
      throw error;
    }
  };
  return (
    <ConfirmDialog
      title={title}
      opened
      onClose={onClose}
      action={later ? 'Announce' : used ? `${action} all the same` : action}
      {...(word !== undefined && !later && { word })}
      waits={isLoading || when.at === null}
      confirm={confirm}
      done={() => {
        told(later ? 'Announced: documents tell of it.' : note);
        void changed();
      }}
    >
      {isLoading ? (
        <Loader size="sm" aria-label="Looking for what depends on it" />
      ) : (
        <Text size="sm" component="div">
          {children(dependents?.leads ?? none)}
        </Text>
      )}
      {used && <DependentsAlert dependents={dependents}>{tokens}</DependentsAlert>}
      {!isLoading && <Impact slug={slug} change={change(removal)} />}
      <WhenInput value={when} onChange={setWhen} />
    </ConfirmDialog>
  );
}
