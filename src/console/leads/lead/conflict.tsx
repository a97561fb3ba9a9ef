/** Shown if somebody else has changed the lead meanwhile: both versions side by side, to choose from. */
import { Alert, Button, Group, Radio, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Ago } from '../../session/time.tsx';
import type { Lead } from '../queries.ts';
import { type Labels, nameOfPath, shownValue } from '../shown-value.ts';
import classes from './conflict.module.css';
import { clashOf, type Draft, draftOf, valueAt } from './draft.ts';
import type { LeadForm } from './use-lead-form.ts';

interface ConflictProps {
  readonly labels: Labels;
  readonly form: LeadForm;
  readonly theirs: Lead;
}

export function Conflict({ labels, form, theirs }: ConflictProps) {
  const { before, draft, changed, settle, postpone } = form;
  const other = draftOf(theirs);
  const { clashes, theirsOnly } = clashOf(before, draft, other);
  const [whose, setWhose] = useState<Readonly<Record<string, string>>>({});
  const undecided = clashes.filter((path) => whose[path] === undefined).length;
  const mineOnly = changed.filter((path) => !clashes.includes(path));
  const kept = [...mineOnly, ...clashes.filter((path) => whose[path] === 'mine')];
  return (
    <Stack>
      <Alert color="orange" title="Somebody else has changed this lead" role="alert">
        It was saved <Ago at={theirs.updated_at} />, after you opened it. Your changes are still here and are not saved
        yet.
      </Alert>
      {clashes.map((path) => (
        <Radio.Group
          key={path}
          label={<bdi>{nameOfPath(labels, path)}</bdi>}
          value={whose[path] ?? ''}
          onChange={(one) => setWhose({ ...whose, [path]: one })}
        >
          <SimpleGrid cols={2} spacing="xs" mt={4}>
            <Side whose="theirs" name="Theirs" text={shownValue(labels, path, valueAt(other, path))} />
            <Side whose="mine" name="Mine" text={shownValue(labels, path, valueAt(draft, path))} />
          </SimpleGrid>
        </Radio.Group>
      ))}
      <Lines title="Only they changed this. It stays." labels={labels} paths={theirsOnly} from={before} to={other} />
      <Lines
        title="Only you changed this. It will be saved."
        labels={labels}
        paths={mineOnly}
        from={before}
        to={draft}
      />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={postpone}>
          Back to the form
        </Button>
        <Button disabled={undecided > 0} onClick={() => settle(theirs, kept)}>
          {undecided > 0 ? `Choose ${undecided} more` : 'Save it like this'}
        </Button>
      </Group>
    </Stack>
  );
}

interface LinesProps {
  readonly title: string;
  readonly labels: Labels;
  readonly paths: readonly string[];
  readonly from: Draft;
  readonly to: Draft;
}

function Lines({ title, labels, paths, from, to }: LinesProps) {
  if (paths.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      {paths.map((path) => (
        <Text key={path} size="sm" className={classes.line}>
          <bdi>{nameOfPath(labels, path)}</bdi>: <bdi>{shownValue(labels, path, valueAt(from, path))}</bdi> →{' '}
          <bdi>{shownValue(labels, path, valueAt(to, path))}</bdi>
        </Text>
      ))}
    </div>
  );
}

function Side({ whose, name, text }: { readonly whose: string; readonly name: string; readonly text: string }) {
  return (
    <Radio.Card value={whose} className={classes.side} p="sm">
      <Group gap={8} wrap="nowrap" align="flex-start">
        <Radio.Indicator size="xs" mt={3} />
        <div className={classes.text}>
          <Text size="xs" c="dimmed">
            {name}
          </Text>
          <Text size="sm" dir="auto">
            {text}
          </Text>
        </div>
      </Group>
    </Radio.Card>
  );
}
