/**
 * Marks at a part of the definition (a field, an option, a status …): the announced changes with their days, as a link to the
 * announced change.
 */
import { Alert, Anchor, Group, Stack, Text } from '@mantine/core';
import { IconCalendarEvent } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useDates } from '../../session/time.tsx';
import classes from './announced-marks.module.css';
import { partWords } from './part-words.ts';
import type { Announced } from './use-announced.ts';

interface AnnouncedMarksProps {
  readonly slug: string;
  readonly announced: readonly Announced[];
  /** The beginning of the sentence, if the mark stands at something else than the part: `Its filter`. */
  readonly of?: string;
}

export function AnnouncedMarks({ slug, announced, of }: AnnouncedMarksProps) {
  if (announced.length === 0) return null;
  return announced.map((one) => <Mark key={one.id} slug={slug} announced={one} of={of} />);
}

/** Above a list: the parts that will be added to it. */
export function AnnouncedAdditions({ slug, announced }: AnnouncedMarksProps) {
  if (announced.length === 0) return null;
  return (
    <Stack gap={2} mb={6}>
      {announced.map((one) => (
        <Mark key={`${one.id} ${one.part.key}`} slug={slug} announced={one} of={`“${one.part.label}”`} />
      ))}
    </Stack>
  );
}

/** In the form of a part. */
export function AnnouncedAlert({ slug, announced }: AnnouncedMarksProps) {
  if (announced.length === 0) return null;
  return (
    <Alert color="ink" p="xs" title="Announced">
      <AnnouncedMarks slug={slug} announced={announced} />
    </Alert>
  );
}

interface MarkProps {
  readonly slug: string;
  readonly announced: Announced;
  readonly of: string | undefined;
}

function Mark({ slug, announced: { id, at, part }, of }: MarkProps) {
  const { day, moment } = useDates();
  const words = partWords(part);
  const sentence = of === undefined ? `${words.charAt(0).toUpperCase()}${words.slice(1)}` : `${of} ${words}`;
  return (
    <Group gap={4} wrap="nowrap" align="flex-start" className={classes.mark}>
      <IconCalendarEvent size={14} aria-hidden className={classes.icon} />
      <Text size="xs">
        <Anchor
          inherit
          underline="always"
          title={moment(at)}
          renderRoot={(props) => (
            <Link to="/campaigns/$slug/revisions" params={{ slug }} search={{ mark: id }} {...props} />
          )}
        >
          {sentence} on <time dateTime={at}>{day(at)}</time>
        </Anchor>
      </Text>
    </Group>
  );
}
