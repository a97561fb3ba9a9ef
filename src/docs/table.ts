/** A table that can be rendered as HTML, for the page, and as Markdown, for programs that read it. */
import { type Html, html } from './html.ts';
import { inline } from './markdown.ts';

/** One line of Markdown. `html` replaces it on the page. */
export type Cell = string | { readonly text: string; readonly html: Html };

export interface Row {
  /** The id of the row, so that the search can link to it. */
  readonly id?: string;
  readonly cells: readonly Cell[];
}

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly Row[];
}

/**
 * `label`: the name of the table for screen readers. The table can be focused, because it may be wider than the screen and
 * scrolls.
 */
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

/** A bar ends a cell, even within code (GFM, 4.10). */
const withoutBars = (text: string): string => text.replaceAll(/(?<!\\)\|/g, '\\|').replaceAll(/\s*\n\s*/g, ' ');
