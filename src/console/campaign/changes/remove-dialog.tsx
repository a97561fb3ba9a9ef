/**
 * Removing a part of the definition. What depends on it is told first, with what stops; only then is it removed by force. What
 * came to depend on it in the meantime, or has changed, makes the server refuse: it is told as well, and one can go on from there.
 */
import { Loader, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { MadeFrom } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';
import { ConfirmDialog } from '../../ui/form/confirm-dialog.tsx';
import { dependentsQuery, type Part, useCampaignChanged, useMadeFrom, type WithRevision } from '../queries.ts';
import { type Dependents, DependentsAlert, isUsed } from './dependents.tsx';
import type { PlannedChange } from './planned.ts';
import { isStale, staleProblem } from './stale.ts';
import { usePlanned } from './use-planned.tsx';

export interface Removal {
  /** Although filters, tokens or the rule on duplicates use it: what they are has been told. */
  readonly force?: true;
}

interface RemoveDialogProps {
  readonly slug: string;
  readonly part: Part;
  /** The list that it is seen in. */
  readonly list: WithRevision;
  readonly title: string;
  readonly action: string;
  /** The note when it was done. */
  readonly note: string;
  readonly word?: string;
  /** Given what is to be spread among the request's `params`. */
  readonly remove: (params: { readonly query: Removal } & MadeFrom) => Promise<unknown>;
  /** The same as a planned change: whom it would break is told, and it can be announced. */
  readonly change: (query: Removal) => PlannedChange;
  readonly onClose: () => void;
  /** What happens to tokens that depend on it. */
  readonly tokens?: ReactNode;
  /** What happens in any case; the leads are those that have it. */
  readonly children: (leads: NonNullable<Dependents['leads']>) => ReactNode;
}

const reading =
  'These tokens read the same leads as before. They cannot create leads if their filter needs what is deleted.';
const again = 'You now see the latest state. Confirm again to go on.';
const noLeads = { count: 0, exact: true };

export function RemoveDialog(props: RemoveDialogProps) {
  const { slug, part, list, title, action, note, word, remove, change, onClose, tokens = reading, children } = props;
  const { data: dependents, isLoading } = useQuery(dependentsQuery(slug, part));
  const changed = useCampaignChanged(slug);
  const used = dependents !== undefined && isUsed(dependents);
  const removal: Removal = used ? { force: true } : {};
  const planned = usePlanned(slug, isLoading ? undefined : change(removal));
  const seen = useMadeFrom(list);
  const confirm = async () => {
    const from = seen();
    try {
      await planned.send(() => remove({ query: removal, ...from }), from);
    } catch (error) {
      if (isStale(error) || (error instanceof Problem && error.code === 'in_use')) await changed();
      throw isStale(error) ? staleProblem(error, again) : error;
    }
  };
  return (
    <ConfirmDialog
      title={title}
      opened
      onClose={onClose}
      action={planned.announced ? 'Announce' : used ? `${action} anyway` : action}
      {...(word !== undefined && !planned.announced && { word })}
      waits={isLoading || planned.waits}
      confirm={confirm}
      done={() => planned.done(note)}
    >
      {isLoading ? (
        <Loader size="sm" role="status" aria-label="Checking what uses it" />
      ) : (
        <Text size="sm" component="div">
          {children(dependents?.leads ?? noLeads)}
        </Text>
      )}
      {used && <DependentsAlert dependents={dependents}>{tokens}</DependentsAlert>}
      {!isLoading && planned.inputs}
    </ConfirmDialog>
  );
}
