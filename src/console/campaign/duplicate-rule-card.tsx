/** The duplicate check in a sentence: which new leads count as duplicates, and what happens to them. */
import { Badge, Button, Card, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Shape } from '../api/client.ts';
import { Allowed } from '../session/roles.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { AnnouncedMarks } from './announced/announced-marks.tsx';
import { useAnnounced } from './announced/use-announced.ts';
import { DuplicateRuleDialog } from './duplicate-rule-dialog.tsx';
import { duplicateSentence } from './duplicate-sentence.ts';
import { duplicateRuleQuery } from './queries.ts';

interface CardProps {
  readonly slug: string;
  readonly fields: readonly Shape<'Field'>[];
}

export function DuplicateRuleCard({ slug, fields }: CardProps) {
  const rule = useQuery(duplicateRuleQuery(slug));
  const announced = useAnnounced(slug);
  const [editing, setEditing] = useState(false);
  return (
    <Card withBorder padding="lg" component="section" aria-label="Duplicate check">
      <Group justify="space-between" align="flex-start">
        <Group gap="xs">
          <Text fw={600} component="h2" size="md">
            Duplicate check
          </Text>
          {rule.data?.data.state === 'filling' && rule.data.data.fields.length > 0 && (
            <Badge variant="default" tt="none">
              Older leads are being read
            </Badge>
          )}
        </Group>
        <Allowed to="admin">
          <Button
            size="xs"
            variant="default"
            disabled={!rule.data}
            onClick={() => setEditing(true)}
            aria-label="Change the duplicate check"
          >
            Change
          </Button>
        </Allowed>
      </Group>
      <Loaded query={rule} rows={1}>
        {({ data }) => (
          <Text size="sm" c="dimmed">
            {duplicateSentence(data, fields)}
          </Text>
        )}
      </Loaded>
      <AnnouncedMarks slug={slug} announced={announced.of('duplicate_rule', null)} />
      {editing && rule.data && (
        <DuplicateRuleDialog
          slug={slug}
          fields={fields}
          rule={rule.data.data}
          etag={rule.data.etag}
          onClose={() => setEditing(false)}
        />
      )}
    </Card>
  );
}
