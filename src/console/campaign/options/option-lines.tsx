/** Options as lines of text, with a preview below: the options that will be created, and the lines that will not. */
import { Alert, List, ScrollArea, Stack, Table, Text, Textarea } from '@mantine/core';
import type { Shape } from '../../api/client.ts';
import { numbered } from '../counts.ts';
import { readOptions } from './read-options.ts';

interface OptionLinesProps {
  readonly text: string;
  readonly known: readonly Shape<'Option'>[];
  readonly input: object;
  readonly autofocus?: boolean;
}

export function OptionLines({ text, known, input, autofocus }: OptionLinesProps) {
  const { options, leftOut } = readOptions(text, known);
  return (
    <Stack gap="xs">
      <Textarea
        label="Options"
        description="One on each line: a label, or “value;Label”. Two columns of a spreadsheet can be pasted."
        placeholder={'Vendor XYZ\nnordic;Nordic Leads'}
        autosize
        minRows={4}
        maxRows={10}
        data-autofocus={autofocus || undefined}
        {...input}
      />
      {options.length > 0 && (
        <ScrollArea.Autosize mah={220} type="auto" viewportProps={{ tabIndex: 0, 'aria-label': 'Preview' }}>
          <Table fz="sm" verticalSpacing={4} aria-label={`${numbered(options.length, 'option')} will be made`}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{numbered(options.length, 'new option')}</Table.Th>
                <Table.Th>Value in leads</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {options.map(({ value, label }) => (
                <Table.Tr key={value}>
                  <Table.Td>{label}</Table.Td>
                  <Table.Td ff="monospace" fz="xs">
                    {value}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
      )}
      {leftOut.length > 0 && (
        <Alert color="orange" p="xs" title={`${numbered(leftOut.length, 'line')} left out`}>
          <List size="sm">
            {leftOut.slice(0, 8).map(({ label, why }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same line can stand there twice
              <List.Item key={i}>
                “{label.slice(0, 80)}”: {why}
              </List.Item>
            ))}
          </List>
          {leftOut.length > 8 && <Text size="sm">and {leftOut.length - 8} more</Text>}
        </Alert>
      )}
    </Stack>
  );
}
