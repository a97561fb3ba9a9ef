/** The changes of a revision as vendors read them: a badge for the effect on them, and the sentence. */
import { Badge, Code, Group, List, Text } from '@mantine/core';
import type { Shape } from '../../api/client.ts';

const classes: Readonly<Record<Shape<'DefinitionChange'>['class'], { label: string; color: string }>> = {
  breaking: { label: 'Breaking', color: 'red' },
  may_break: { label: 'May break', color: 'orange' },
  additive: { label: 'New', color: 'teal' },
  textual: { label: 'Wording', color: 'gray' },
};

export function ChangeList({ changes }: { readonly changes: readonly Shape<'DefinitionChange'>[] }) {
  return (
    <List listStyleType="none" spacing={6} size="sm">
      {changes.map(({ class: kind, sentence }) => (
        <List.Item key={sentence}>
          <Group gap="sm" wrap="nowrap" align="flex-start">
            <Badge variant="dot" tt="none" fw={500} color={classes[kind].color} w={96} miw={96}>
              {classes[kind].label}
            </Badge>
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              <Sentence text={sentence} />
            </Text>
          </Group>
        </List.Item>
      ))}
    </List>
  );
}

/** Names stand between single backticks, or between double backticks if the name contains one. */
function Sentence({ text }: { readonly text: string }) {
  const parts = text.split(/(`` .+? ``|`[^`]*`)/).map((part, at) => ({ part, at }));
  return parts.map(({ part, at }) => {
    const name = /^`` (.+) ``$/.exec(part)?.[1] ?? /^`([^`]*)`$/.exec(part)?.[1];
    return name === undefined ? part : <Code key={at}>{name}</Code>;
  });
}
