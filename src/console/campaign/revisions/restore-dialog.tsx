/**
 * Restores an earlier revision. The server first tries it and lists the parts that change and the parts that stay. Then
 * exactly that is restored, from the revision that was tried. At the end the dialog lists what changed.
 */
import { Alert, List, Loader, Stack, Text } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, askWhole, madeFrom, type Shape } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';
import { ConfirmDialog } from '../../ui/form/confirm-dialog.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { ImpactOf } from '../changes/impact.tsx';
import { announcedQuery } from '../changes/planned.ts';
import { isStale, staleProblem } from '../changes/stale.ts';
import { numbered } from '../counts.ts';
import { useCampaignChanged } from '../queries.ts';
import { Lines, Name, PartList } from './part-list.tsx';
import { type PartChange, staysWords } from './part-words.ts';
import { useNamesOfSelects } from './select-names.ts';

interface RestoreDialogProps {
  readonly slug: string;
  /** The revision to restore. */
  readonly revision: number;
  readonly onClose: () => void;
}

/** The effect that restoring would have now, with the revision that it was tried from. */
const trialQuery = (slug: string, revision: number, force: boolean) =>
  queryOptions({
    queryKey: ['campaign', slug, 'restore', revision, force],
    queryFn: ({ signal }) => {
      const change = { operation: 'restoreRevision', path: { revision: String(revision) }, query: { force } } as const;
      return askWhole(
        api.POST('/campaigns/{slug}/schema/preview', { params: { path: { slug } }, body: { change }, signal }),
      );
    },
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });

/** The filters that use what would be removed. Undefined if the server refuses for another reason. */
function filtersIn(error: unknown): readonly { readonly id: string; readonly name: string }[] | undefined {
  if (!(error instanceof Problem) || error.code !== 'in_use') return undefined;
  const { filters = [] } = (error.more.used_by ?? {}) as Partial<Shape<'UsedBy'>>;
  return filters.length > 0 ? filters : undefined;
}

/** Tried without force, and with force if filters use what would be removed. */
function useTrial(slug: string, revision: number, enabled: boolean) {
  const mild = useQuery({ ...trialQuery(slug, revision, false), enabled });
  const filters = filtersIn(mild.error);
  const forced = useQuery({ ...trialQuery(slug, revision, true), enabled: enabled && filters !== undefined });
  const { data, error, isFetching } = filters ? forced : mild;
  return { tried: data?.data, etag: data?.etag, error, filters, isFetching: isFetching || mild.isFetching };
}

export function RestoreDialog({ slug, revision, onClose }: RestoreDialogProps) {
  const [result, setResult] = useState<Shape<'Revision'>>();
  const { tried, etag, error, filters, isFetching } = useTrial(slug, revision, result === undefined);
  const changed = useCampaignChanged(slug);
  const nameOfSelect = useNamesOfSelects(slug);
  const force = filters !== undefined;
  const restore = async () => {
    try {
      return await ask(
        api.POST('/campaigns/{slug}/revisions/{revision}/restore', {
          params: { path: { slug, revision }, ...madeFrom(etag), ...(force && { query: { force } }) },
        }),
      );
    } catch (error) {
      if (!isStale(error)) throw error;
      await changed();
      throw staleProblem(error, 'You now see what would change. Restore again to go on.');
    }
  };
  const isNothing = tried !== undefined && tried.parts.length === 0;
  return (
    <ConfirmDialog
      title={result ? `Revision ${revision} is restored` : `Restore revision ${revision}`}
      opened
      onClose={onClose}
      action={force ? 'Restore anyway' : 'Restore'}
      danger={force}
      waits={isFetching || error !== null}
      nothing={result !== undefined || isNothing || (error !== null && !isFetching)}
      confirm={restore}
      done={(restored) => {
        setResult(restored);
        void changed();
        return false;
      }}
      size="lg"
    >
      {result ? (
        <Stack gap="sm" role="status">
          <Text size="sm">The campaign is now at revision {result.revision}. This changed:</Text>
          <PartList parts={result.parts} nameOfSelect={nameOfSelect} />
        </Stack>
      ) : error ? (
        <ProblemAlert error={error} title="This revision cannot be restored now" />
      ) : tried ? (
        <Stack gap="md">
          {isNothing ? (
            <Text size="sm">
              Nothing to restore: everything that a restore covers is the same as in revision {revision}.
            </Text>
          ) : (
            <section aria-label="Will change">
              <Text fw={600} mb={4}>
                Will change
              </Text>
              <PartList parts={tried.parts} nameOfSelect={nameOfSelect} />
            </section>
          )}
          <Stays slug={slug} parts={tried.stays} nameOfSelect={nameOfSelect} />
          {filters && <Filters filters={filters} />}
          {!isNothing && <ImpactOf {...tried} />}
        </Stack>
      ) : (
        <Loader size="sm" role="status" aria-label="Checking what changes" />
      )}
    </ConfirmDialog>
  );
}

interface StaysProps {
  readonly slug: string;
  readonly parts: readonly PartChange[];
  readonly nameOfSelect: (key: string) => string;
}

function Stays({ slug, parts, nameOfSelect }: StaysProps) {
  const { data: changes } = useQuery(announcedQuery(slug));
  const toCome = changes?.filter(({ state }) => state === 'announced').length ?? 0;
  return (
    <section aria-label="Will not change">
      <Text fw={600} mb={4}>
        Will not change
      </Text>
      <Stack gap="xs">
        <Text size="sm">
          Filters, tokens and the values of leads are not part of a restore.
          {toCome > 0 && ` ${numbered(toCome, 'announced change')} will still take effect at the announced time.`}
        </Text>
        <Lines parts={parts} nameOfSelect={nameOfSelect}>
          {(part) => (
            <Text size="sm" component="span">
              <Name part={part} /> {staysWords(part)}.
            </Text>
          )}
        </Lines>
      </Stack>
    </section>
  );
}

function Filters({ filters }: { readonly filters: readonly { readonly id: string; readonly name: string }[] }) {
  return (
    <Alert color="orange" title="Filters use what is removed">
      <Text size="sm">
        These filters stay, and still match leads that have the removed value. No new lead can get it.
      </Text>
      <List size="sm" mt="xs">
        {filters.map(({ id, name }) => (
          <List.Item key={id}>Filter “{name}”</List.Item>
        ))}
      </List>
    </Alert>
  );
}
