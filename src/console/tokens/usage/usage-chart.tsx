/**
 * The days as bars, with a table of the same numbers for screen readers. A file of its own, because the chart code is
 * large.
 */
import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { Table, VisuallyHidden } from '@mantine/core';
import type { UsageDay } from '../queries.ts';

interface UsageChartProps {
  readonly days: readonly UsageDay[];
  /** Height of the bars, in pixels. */
  readonly height: number;
}

export function UsageChart({ days, height }: UsageChartProps) {
  return (
    <>
      <BarChart
        h={height}
        data={days.map(({ date, accepted, refused }) => ({
          date: date.slice(5),
          Accepted: accepted,
          Refused: refused,
        }))}
        dataKey="date"
        type="stacked"
        withLegend
        series={[
          { name: 'Accepted', color: 'ink.5' },
          { name: 'Refused', color: 'orange.6' },
        ]}
        yAxisProps={{ allowDecimals: false }}
        barChartProps={{ accessibilityLayer: false }}
        aria-hidden
      />
      <VisuallyHidden>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Day</Table.Th>
              <Table.Th>Accepted</Table.Th>
              <Table.Th>Refused</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {days.map(({ date, accepted, refused }) => (
              <Table.Tr key={date}>
                <Table.Td>{date}</Table.Td>
                <Table.Td>{accepted}</Table.Td>
                <Table.Td>{refused}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </VisuallyHidden>
    </>
  );
}
