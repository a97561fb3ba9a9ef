/**
 * A document as a page of its own, for who has no JavaScript: the introduction, the fields, the operations, and where the files
 * are. Everything in it stands in the document too, and nothing else does.
 */
import { micromark } from 'micromark';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import type { FieldOffer } from '../document/offer.ts';
import { type OpenApiDocument, operationsOf } from '../document/openapi.ts';
import type { PublicDocument } from '../document/publish.ts';
import { type Html, html } from './html.ts';

const made = new WeakMap<OpenApiDocument, Html>();

/** `base`: the page's own path. */
export function summaryOf(published: PublicDocument, base: string): Html {
  const { document, offer } = published;
  const known = made.get(document) ?? contentOf(published);
  made.set(document, known);
  const { name, accountName } = offer.campaign;
  return html`<div class="plain summary">
<h1>${name}: Lead API</h1>
<p class="muted">Of ${accountName}. Without JavaScript, this is the whole of it in short; the files below hold every detail.</p>
<ul>
<li><a href="${base}/openapi.json">OpenAPI document (JSON)</a></li>
<li><a href="${base}/openapi.yaml">OpenAPI document (YAML)</a></li>
<li><a href="${base}/postman.json">Postman collection</a></li>
<li><a href="${base}/changelog">Changelog</a></li>
</ul>
${known}
</div>`;
}

function contentOf({ document, offer }: PublicDocument): Html {
  return html`${markdown(String(document.info.description))}
<h2>Fields</h2>
${fieldTable(offer.fields, offer.creates)}
<h2>Operations</h2>
<p>Below <code>${document.servers[0]?.url ?? ''}</code>.</p>
<div class="table"><table><thead><tr><th>Method</th><th>Path</th><th>What it does</th></tr></thead><tbody>
${operationsOf(document).map(
  ({ method, path, operation }) =>
    html`<tr><td>${method.toUpperCase()}</td><td><code>${path}</code></td><td>${String(operation.summary ?? '')}</td></tr>`,
)}</tbody></table></div>`;
}

/** Its headings one level down, for the page has a title. What looks like a tag is one: text is escaped. */
function markdown(text: string): Html {
  const written = micromark(text, { extensions: [gfmTable()], htmlExtensions: [gfmTableHtml()] });
  const lower = written.replace(/<(\/?)h([1-5])>/g, (_, end: string, level: string) => `<${end}h${Number(level) + 1}>`);
  return { html: lower.replaceAll('<table>', '<div class="table"><table>').replaceAll('</table>', '</table></div>') };
}

function fieldTable(fields: readonly FieldOffer[], creates: boolean): Html {
  if (fields.length === 0) return html`<p>The campaign has none yet.</p>`;
  const rows = fields.map(
    (
      offer,
    ) => html`<tr><td><code>${offer.field.key}</code></td><td>${offer.field.label}</td><td>${offer.field.type}</td>
${creates ? html`<td>${offer.required ? 'required' : ''}</td>` : undefined}<td>${valuesOf(offer)}</td></tr>`,
  );
  return html`<div class="table"><table><thead><tr><th>Field</th><th>Label</th><th>Type</th>${creates ? html`<th>New lead</th>` : undefined}<th>Values</th></tr></thead><tbody>
${rows}</tbody></table></div>`;
}

const shownOptions = 30;

/** The value that is filled in, or the options that may be written. */
function valuesOf({ pin, choices, options }: FieldOffer): Html {
  if (pin !== undefined) return html`always <code>${String(pin)}</code>`;
  const all = choices?.map((value) => ({ value: String(value), label: '' })) ?? options;
  const shown = all
    .slice(0, shownOptions)
    .map(({ value, label }, i) => html`${i > 0 ? ', ' : ''}<code>${value}</code> ${label}`);
  return html`${shown}${all.length > shownOptions ? `, and ${all.length - shownOptions} more` : ''}`;
}
