/**
 * Shown if somebody else has saved the field meanwhile. Properties that only they changed are taken over and listed. If
 * both changed a property, both values are shown, and the next save replaces theirs unless the member takes theirs.
 */
import { Alert, Button, Table, Text } from '@mantine/core';
import type { Shape } from '../../api/client.ts';
import { type Changeable, differences } from './field-values.ts';

type Field = Shape<'Field'>;

interface FieldConflictProps {
  /** The version that the member started from. */
  readonly before: Field;
  readonly theirs: Field;
  readonly mine: Field;
  readonly take: (name: Changeable) => void;
}

const names: Readonly<Record<Changeable, string>> = {
  label: 'Name',
  description: 'Description',
  required: 'Required',
  searchable: 'Filterable',
  min: 'Minimum',
  max: 'Maximum',
  max_length: 'Maximum length',
  pattern: 'Pattern',
  default: 'Default',
};

function shown(value: unknown): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return Array.isArray(value) ? value.join(', ') : String(value);
}

export function FieldConflict({ before, theirs, mine, take }: FieldConflictProps) {
  const open = differences(theirs, mine);
  return (
    <Alert color="orange" title="Somebody else has changed this field" role="alert">
      <Text size="sm" mb="xs">
        Your changes are not saved yet. Save again to replace theirs.
      </Text>
      <Table fz="sm" verticalSpacing={4} layout="fixed" withRowBorders={false}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>What</Table.Th>
            <Table.Th>Theirs</Table.Th>
            <Table.Th>Yours</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {differences(before, theirs).map((name) => (
            <Table.Tr key={name}>
              <Table.Td>{names[name]}</Table.Td>
              <Table.Td>{shown(theirs[name])}</Table.Td>
              <Table.Td>
                {open.includes(name) ? (
                  <>
                    {shown(mine[name])}{' '}
                    <Button
                      size="compact-xs"
                      variant="default"
                      onClick={() => take(name)}
                      aria-label={`Take theirs: ${names[name]}`}
                    >
                      Take theirs
                    </Button>
                  </>
                ) : (
                  'the same as theirs'
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Alert>
  );
}
