/** A table that is written twice: as HTML for the page, and as Markdown for its readers that are programs. */
import { type Html, html } from './html.ts';
import { inline } from './markdown.ts';

/** Markdown on one line; `html` where the page shows it in another way. */
export type Cell = string | { readonly text: string; readonly html: Html };

export interface Row {
  /** Of the row, so that the search can lead to it. */
  readonly id?: string;
  readonly cells: readonly Cell[];
}

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly Row[];
}

/** `label`: what a screen reader calls the table. It can be focused, for it may be wider than its place. */
export function htmlTable({ head, rows }: Table, label: string): Html {
  return html`<div class="table" tabindex="0" role="region" aria-label="${label}"><table><thead><tr>${head.map(
    (one) => html`<th scope="col">${one}</th>`,
  )}</tr></thead><tbody>
${rows.map(htmlRow)}</tbody></table></div>`;
}

const htmlRow = ({ id, cells }: Row): Html =>
  html`<tr${id === undefined ? undefined : html` id="${id}"`}>${cells.map(
    (cell) => html`<td>${typeof cell === 'string' ? inline(cell) : cell.html}</td>`,
  )}</tr>
`;

export function markdownTable({ head, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const texts = rows.map(({ cells }) =>
    line(cells.map((cell) => withoutBars(typeof cell === 'string' ? cell : cell.text))),
  );
  return [line(head), `|${'---|'.repeat(head.length)}`, ...texts].join('\n');
}

/** A bar ends a cell, in code as well (GFM, 4.10). */
const withoutBars = (text: string): string => text.replaceAll(/(?<!\\)\|/g, '\\|').replaceAll(/\s*\n\s*/g, ' ');
