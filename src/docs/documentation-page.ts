/**
 * The documentation page of one campaign for one token, in the order in which a developer reads: the first request, the
 * fields, the operations (drawn by Redoc), then retries, paging, the change feed, errors and limits. Without JavaScript the
 * operations are a table, and everything else is the same.
 */
import type { PublicDocument } from '../document/publish.ts';
import { announcedBanner } from './announced-banner.ts';
import { type Brand, brandOf } from './brand.ts';
import { type Chapter, firstChapters, laterChapters, type PageSource } from './chapters.ts';
import { errorTable, inputCodeTable } from './error-catalogue.ts';
import { fieldTable, typeTable } from './field-table.ts';
import { filterTable, filterWords } from './filters.ts';
import { breakable, firstScreen } from './first-screen.ts';
import { type Html, html, page } from './html.ts';
import { inline, markdown } from './markdown.ts';
import { redocDrawn } from './redoc.ts';
import { operationsInOrder, referenceDocument, sectionIdOf } from './reference-document.ts';
import { sampleFolds } from './sample-programs.ts';
import { sendBox } from './send-box.ts';
import { htmlTable } from './table.ts';

export type TokenState = 'active' | 'paused' | 'expired';

const notices: Readonly<Record<Exclude<TokenState, 'active'>, string>> = {
  paused: 'The token of this page is paused: its requests are rejected until it is resumed.',
  expired: 'The token of this page has expired: its requests are rejected.',
};

export interface PageParts {
  readonly state: TokenState;
  readonly brand: Brand;
  /** The time of the document's revision. */
  readonly changedAt: Date | undefined;
  /** Operations of the document whose bodies the page can check. They do not depend on the token's state. */
  readonly checks: readonly string[];
}

/** `base`: the page's own path. */
export function documentationPage(
  source: PageSource,
  base: string,
  { state, brand, changedAt, checks }: PageParts,
): string {
  const { published } = source;
  const { revision, campaign } = published.offer;
  const changed = changedAt ? `, ${changedAt.toISOString().slice(0, 10)}` : '';
  const body = html`
${state === 'active' ? undefined : html`<p class="notice" role="status">${notices[state]}</p>`}
${announcedBanner(published.toCome, base)}
<header class="bar">${brandOf(brand)}<strong>${campaign.name}</strong><a href="${base}/changelog">Changelog (revision ${revision}${changed})</a><a href="${base}/openapi.json">OpenAPI (JSON)</a><a href="${base}/openapi.yaml">YAML</a><a href="${base}/postman.json">Postman</a><a href="${base}.md">Markdown</a></header>
${cachedColumns(source, base, checks)}`;
  return page({
    title: `${campaign.name}: Lead API`,
    body,
    wide: true,
    color: brand.color,
    feed: `${base}/changelog.atom`,
    markdown: `${base}.md`,
    scripts: ['token', 'copy', 'send', 'search', 'reference'],
  });
}

/** The part of the page that does not depend on the token's state. It is made once for each document. */
const columnsOf = new WeakMap<PublicDocument, Map<string, Html>>();

function cachedColumns(source: PageSource, base: string, checks: PageParts['checks']): Html {
  const pages = columnsOf.get(source.published) ?? new Map<string, Html>();
  columnsOf.set(source.published, pages);
  const text = pages.get(base) ?? columns(source, base, checks);
  pages.set(base, text);
  return text;
}

const columns = (source: PageSource, base: string, checks: PageParts['checks']): Html => html`<div class="columns">
${contents(source)}
<main>
${firstScreen(source.published)}
${sendBox(source.published, base, checks)}
${content(source, base)}
</main>
</div>`;

function content(source: PageSource, base: string): Html {
  const { published, publicUrl } = source;
  const { document, offer } = published;
  return html`${firstChapters(source).map((chapter) => sectionOf(chapter))}
<section id="fields" data-words="field option select required type format"><h2>Fields</h2>
${offer.fields.length === 0 ? html`<p>The campaign has no fields yet.</p>` : html`${htmlTable(fieldTable(offer), 'Fields')}${htmlTable(typeTable(offer), 'Types of fields')}`}
</section>
${statuses(published)}
<section id="operations"><h2>Operations</h2>
<noscript>${operationTable(published)}</noscript>
${redocDrawn(referenceDocument(published))}
</section>
${laterChapters(source).map((chapter) => sectionOf(chapter, extraOf(chapter.id)))}
${sampleFolds(source, base)}
${files(base, document.servers[0]?.url ?? '')}`;

  function extraOf(id: string): Html | undefined {
    if (id === 'paging')
      return html`<h3 id="filters">Filters</h3><p>${inline(filterWords)}</p>${htmlTable(filterTable(document, offer), 'Filters of lists')}`;
    if (id !== 'errors') return undefined;
    return html`${htmlTable(errorTable(document, offer.writes, publicUrl), 'Errors')}${offer.writes ? htmlTable(inputCodeTable(), 'Error codes of values') : undefined}`;
  }
}

const sectionOf = ({ id, heading, text, words }: Chapter, extra?: Html): Html =>
  html`<section id="${id}"${words === undefined ? undefined : html` data-words="${words}"`}><h2>${heading}</h2>
${markdown(text)}
${extra}
</section>
`;

function statuses({ offer: { statuses: all, statusPin, statusDefault } }: PublicDocument): Html | undefined {
  if (statusPin !== undefined || all.length === 0) return undefined;
  const rows = all.map(
    ({ key, label, category }) =>
      html`<tr id="status-${key}"><td><code>${key}</code></td><td>${label}</td><td>${category}</td></tr>`,
  );
  const begins =
    statusDefault === undefined ? undefined : html`A new lead without a status gets <code>${statusDefault}</code>.`;
  return html`<section id="statuses"><h2>Statuses</h2>
<p>The category says whether a lead is still worked on, won or lost. ${begins}</p>
<div class="table" tabindex="0" role="region" aria-label="Statuses"><table><thead><tr><th scope="col">Status</th><th scope="col">Label</th><th scope="col">Category</th></tr></thead><tbody>${rows}</tbody></table></div>
</section>`;
}

function operationTable(published: PublicDocument): Html {
  const rows = operationsInOrder(referenceDocument(published)).map(
    ({ method, path, operation }) =>
      html`<tr><td>${method.toUpperCase()}</td><td><code>${path}</code></td><td>${String(operation.summary ?? '')}</td></tr>`,
  );
  return html`<p>All paths are below the base URL. The OpenAPI document and the Markdown page have the details of each operation, and so has this page with JavaScript.</p>
<div class="table"><table><thead><tr><th scope="col">Method</th><th scope="col">Path</th><th scope="col">What it does</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** The table of contents, beside the page or, on a small screen, above it. */
function contents(source: PageSource): Html {
  const { published } = source;
  const link = (href: string, name: string) => html`<li><a href="#${href}">${name}</a></li>`;
  const operations = operationsInOrder(referenceDocument(published)).map(({ operation }) =>
    link(sectionIdOf(operation), String(operation.summary ?? operation.operationId)),
  );
  return html`<nav class="contents" aria-label="Contents"><form role="search" hidden><input type="search" aria-label="Search this page" placeholder="Search (Ctrl K)" autocomplete="off"><ul aria-label="Found" hidden></ul><p class="muted" role="status" hidden></p></form>
<details><summary>Contents</summary><ul>
${link('start', firstName(published))}
${firstChapters(source).map(({ id, heading }) => link(id, heading))}
${link('fields', 'Fields')}${published.offer.statusPin === undefined && published.offer.statuses.length > 0 ? link('statuses', 'Statuses') : undefined}
<li><a href="#operations">Operations</a><ul>${operations}</ul></li>
${laterChapters(source).map(({ id, heading }) => link(id, heading))}
${published.offer.creates ? link('samples', 'Sample programs') : undefined}
${link('files', 'Files')}
</ul></details></nav>`;
}

const firstName = ({ offer }: PublicDocument) => (offer.creates ? 'Your first lead' : 'Your first request');

function files(base: string, server: string): Html {
  return html`<section id="files" data-words="openapi swagger generator client postman collection download mcp agent llm"><h2>Files</h2>
<ul>
<li><a href="${base}/openapi.json">OpenAPI document (JSON)</a>, <a href="${base}/openapi.yaml">YAML</a>; for tools that need OpenAPI 3.0: <a href="${base}/openapi-3.0.json">3.0 (JSON)</a>, <a href="${base}/openapi-3.0.yaml">3.0 (YAML)</a></li>
<li><a href="${base}/postman.json">Postman collection</a></li>
<li><a href="${base}.md">This page as Markdown</a>, <a href="${base}/llms.txt">llms.txt</a></li>
<li>For AI agents: the operations as MCP tools at <code>${breakable(`${server}/mcp`)}</code>, with the same token.</li>
<li><a href="${base}/changelog">Changelog</a>, <a href="${base}/changelog.json">JSON</a>, <a href="${base}/changelog.atom">Atom feed</a></li>
</ul>
</section>`;
}
