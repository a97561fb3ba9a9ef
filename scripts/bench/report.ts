/** The output of the bench: tables, and how each figure stands to its target. It judges nothing: a machine may be busy. */
const targets: string[] = [];

export function printTable(
  title: string,
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): void {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  console.log(`\n${title}\n\n${line(head)}\n|${head.map(() => '---').join('|')}|`);
  for (const row of rows) console.log(line(row));
}

/** `target('get / express + pg', 0.82, 'at least', 0.8)` */
export function target(
  what: string,
  measured: number,
  bound: 'at least' | 'at most' | 'below',
  wanted: number,
  unit = '',
): void {
  const met = bound === 'at least' ? measured >= wanted : bound === 'at most' ? measured <= wanted : measured < wanted;
  const digits = Math.abs(measured) < 20 ? 2 : 0;
  targets.push(
    `| ${what} | ${measured.toFixed(digits)}${unit} | ${bound} ${wanted}${unit} | ${met ? 'met' : 'missed'} |`,
  );
}

export function printTargets(): void {
  console.log(`\nTargets\n\n| | measured | target | |\n|---|---|---|---|\n${targets.join('\n')}`);
}

export const perSecond = (rate: number): string => Math.round(rate).toLocaleString('en');
export const ratio = (one: number, other: number): string => (one / other).toFixed(2);
