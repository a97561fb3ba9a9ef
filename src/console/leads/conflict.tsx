/** Somebody else has changed the lead meanwhile: for each thing that I changed, theirs and mine, and which of them is kept. */
import { Alert, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { type Draft, valueAt } from './draft.ts';
import { type Labels, nameOfPath, shownValue } from './shown-value.ts';

interface ConflictProps {
  readonly labels: Labels;
  /** What I changed. */
  readonly paths: readonly string[];
  readonly theirs: Draft;
  readonly mine: Draft;
  /** Given the paths of which mine is kept. */
  readonly settle: (kept: readonly string[]) => void;
}

export function Conflict({ labels, paths, theirs, mine, settle }: ConflictProps) {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set(paths));
  const choose = (path: string, whose: string) => {
    const next = new Set(kept);
    if (whose === 'mine') next.add(path);
    else next.delete(path);
    setKept(next);
  };
  return (
    <Stack>
      <Alert color="orange" title="Somebody else has changed this lead" role="alert">
        Nothing of yours is saved yet. Choose for each of your changes whose value stays; what they changed elsewhere is
        kept.
      </Alert>
      {paths.map((path) => (
        <Stack key={path} gap={4}>
          <Text size="sm" fw={600} id={`conflict-${path}`}>
            {nameOfPath(labels, path)}
          </Text>
          <SegmentedControl
            fullWidth
            aria-labelledby={`conflict-${path}`}
            value={kept.has(path) ? 'mine' : 'theirs'}
            onChange={(whose) => choose(path, whose)}
            data={[
              { value: 'theirs', label: `Theirs: ${shownValue(labels, path, valueAt(theirs, path))}` },
              { value: 'mine', label: `Mine: ${shownValue(labels, path, valueAt(mine, path))}` },
            ]}
          />
        </Stack>
      ))}
      <Group justify="flex-end">
        <Button onClick={() => settle([...kept])}>Go on with these</Button>
      </Group>
    </Stack>
  );
}
