/**
 * Removes a part of the definition. The dialog first shows what depends on it and what stops. Only then it removes the
 * part, with `force`. If something else came to depend on it meanwhile, the server refuses, and the dialog shows the new
 * state to confirm.
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
  /** Removes the part although filters, tokens or the duplicate check use it. The dialog has shown them. */
  readonly force?: true;
}

interface RemoveDialogProps {
  readonly slug: string;
  readonly part: Part;
  /** The list that shows the part. */
  readonly list: WithRevision;
  readonly title: string;
  readonly action: string;
  /** The toast after the removal. */
  readonly note: string;
  readonly word?: string;
  /** Spread the argument into the request's `params`. */
  readonly remove: (params: { readonly query: Removal } & MadeFrom) => Promise<unknown>;
  /** The same removal as a planned change, to show its effect on vendors and to announce it. */
  readonly change: (query: Removal) => PlannedChange;
  readonly onClose: () => void;
  /** The effect on tokens that depend on the part. */
  readonly tokens?: ReactNode;
  /** The effect in any case. `leads` are the leads that have the part. */
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
