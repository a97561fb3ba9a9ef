/**
 * The announced changes of a campaign, each with its time and effect, to move or withdraw. Above them stand the changes
 * that failed.
 */
import { Alert, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Shape } from '../../api/client.ts';
import { Allowed } from '../../session/roles.tsx';
import { Ago, useDates } from '../../session/time.tsx';
import { ConfirmDialog } from '../../ui/form/confirm-dialog.tsx';
import { hasWords } from '../../ui/list/find.ts';
import { PageRows } from '../../ui/list/page-rows.tsx';
import { showToast } from '../../ui/toast.ts';
import { ChangeList } from '../changes/change-list.tsx';
import { announcedQuery } from '../changes/planned.ts';
import { useCampaignChanged } from '../queries.ts';
import { changeWords } from './change-words.ts';
import { MoveDialog } from './move-dialog.tsx';

type Announced = Shape<'AnnouncedChange'>;

/** How long a failed change is shown, in milliseconds. */
const failureShown = 7 * 86_400_000;

interface AnnouncedChangesProps {
  readonly slug: string;
  /** Id of the change to scroll to. */
  readonly mark: string | undefined;
  /** Only changes that have each of these words are shown. */
  readonly wanted: string;
}

export function AnnouncedChanges({ slug, mark, wanted }: AnnouncedChangesProps) {
  const { data: all = [] } = useQuery(announcedQuery(slug));
  const fits = hasWords(wanted);
  const data = all.filter((one) => fits(textOf(one)));
  const [moving, setMoving] = useState<Announced>();
  const [withdrawing, setWithdrawing] = useState<Announced>();
  const changed = useCampaignChanged(slug);
  const scheduled = data.filter(({ state }) => state === 'announced');
  const failed = data.filter(
    ({ state, ended_at }) => state === 'failed' && Date.parse(ended_at ?? '') > Date.now() - failureShown,
  );
  if (scheduled.length + failed.length === 0) return null;
  return (
    <Stack gap="sm" mb="lg" component="section" aria-labelledby="announced">
      <Title order={2} size="h4" id="announced">
        Announced
      </Title>
      {failed.map((one) => (
        <Alert key={one.id} color="red" title={<FailedTitle {...one} />}>
          {one.problem} Nothing was changed.
        </Alert>
      ))}
      {scheduled.length > 0 && (
        <PageRows items={scheduled} keyOf={({ id }) => id} height={140} mark={mark} label="Announced changes">
          {(one) => <Scheduled announced={one} move={() => setMoving(one)} withdraw={() => setWithdrawing(one)} />}
        </PageRows>
      )}
      {moving && <MoveDialog slug={slug} announced={moving} onClose={() => setMoving(undefined)} />}
      {withdrawing && (
        <ConfirmDialog
          title="Withdraw the announced change"
          opened
          onClose={() => setWithdrawing(undefined)}
          action="Withdraw"
          confirm={() =>
            ask(
              api.DELETE('/campaigns/{slug}/announced-changes/{id}', {
                params: { path: { slug, id: withdrawing.id } },
              }),
            )
          }
          done={() => {
            showToast('Withdrawn. It is removed from the vendors’ pages.');
            void changed();
          }}
        >
          <Text size="sm">It is removed from the vendors’ pages, and nothing changes. You can announce it again.</Text>
        </ConfirmDialog>
      )}
    </Stack>
  );
}

/** The text that a search looks in: the words that people see. */
const textOf = ({ change, changes, note, problem, announced_by }: Announced): string =>
  [
    ...changes.map(({ class: kind, sentence }) => `${kind} ${sentence}`),
    ...[changeWords(change), note, problem, announced_by?.name],
  ].join(' ');

function FailedTitle({ change, ended_at }: Announced) {
  return (
    <>
      An announced change failed: {changeWords(change)}, <Ago at={ended_at} />
    </>
  );
}

interface ScheduledProps {
  readonly announced: Announced;
  readonly move: () => void;
  readonly withdraw: () => void;
}

function Scheduled({ announced, move, withdraw }: ScheduledProps) {
  const { moment } = useDates();
  const { at, note, changes, announced_by, announced_at } = announced;
  const name = `the change of ${moment(at)}`;
  return (
    <Card withBorder>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Text fw={600}>
            {moment(at)}, <Ago at={at} />
          </Text>
          <Text size="sm" c="dimmed">
            {announced_by?.name ?? 'A former member'} announced it <Ago at={announced_at} />
          </Text>
        </div>
        <Group gap="xs">
          <Allowed to="admin">
            <Button variant="default" size="xs" aria-label={`Move ${name}`} onClick={move}>
              Move
            </Button>
          </Allowed>
          <Allowed to="admin">
            <Button variant="default" size="xs" aria-label={`Withdraw ${name}`} onClick={withdraw}>
              Withdraw
            </Button>
          </Allowed>
        </Group>
      </Group>
      <Stack gap={6} mt="sm">
        {changes.length > 0 ? (
          <ChangeList changes={changes} />
        ) : (
          <Text size="sm">Vendors will not notice a change.</Text>
        )}
        {note !== null && (
          <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            “{note}”
          </Text>
        )}
      </Stack>
    </Card>
  );
}
