/**
 * The documentation page of one campaign for one token: Redoc over the public document. Without JavaScript the page still says
 * what it is and links the files.
 */
import type { PublicDocument } from '../document/publish.ts';
import { announcedBanner } from './announced-banner.ts';
import { type Brand, brandOf } from './brand.ts';
import { type Html, html, page } from './html.ts';
import { redoc } from './redoc.ts';
import { summaryOf } from './summary.ts';

export type TokenState = 'active' | 'paused' | 'expired';

const notices: Readonly<Record<Exclude<TokenState, 'active'>, string>> = {
  paused: 'The token of this page is paused: requests with it are refused for the time being.',
  expired: 'The token of this page has expired: requests with it are refused.',
};

export interface PageParts {
  readonly state: TokenState;
  readonly brand: Brand;
  /** When the document's revision was made. */
  readonly changedAt: Date | undefined;
  /** Operations whose bodies can be checked here. */
  readonly checks: readonly string[];
  /** A body to begin with. */
  readonly example: unknown;
}

/** `base`: the page's own path. */
export function redocPage(
  published: PublicDocument,
  base: string,
  { state, brand, changedAt, checks, example }: PageParts,
): string {
  const { revision } = published.offer;
  const { name } = published.offer.campaign;
  const changed = changedAt ? `, ${changedAt.toISOString().slice(0, 10)}` : '';
  const body = html`
${state === 'active' ? undefined : html`<p class="notice" role="status">${notices[state]}</p>`}
${announcedBanner(published.toCome, base)}
<header class="bar">${brandOf(brand)}<strong>${name}</strong><a href="${base}/changelog">Changelog (revision ${revision}${changed})</a><a href="${base}/openapi.json">OpenAPI (JSON)</a><a href="${base}/openapi.yaml">OpenAPI (YAML)</a><a href="${base}/postman.json">Postman</a></header>
<div role="main">
<noscript>${summaryOf(published, base)}</noscript>
${checks.length > 0 ? checkBox(base, checks, example) : undefined}
${redoc(`${base}/openapi.json?samples=true`)}
</div>
${checks.length > 0 ? html`<script src="/docs/assets/check.js" defer></script>` : undefined}`;
  return page({ title: `${name}: Lead API`, body, wide: true, color: brand.color });
}

/** Shown by its script. */
function checkBox(base: string, operations: readonly string[], example: unknown): Html {
  const options = operations.map((operation) => html`<option>${operation}</option>`);
  return html`<details class="check"><summary>Check my payload</summary>
<form class="check" data-check="${base}/check" hidden>
<p>Judged by this document, as the operation judges it; not whether the lead is within the token's filter, or a duplicate.
Nothing is written, and no token is needed.</p>
<label>Operation <select name="operation">${options}</select></label>
<label>Body, as JSON <textarea name="body" rows="10" spellcheck="false">${JSON.stringify(example, null, 2)}</textarea></label>
<button>Check</button>
<output></output>
</form></details>`;
}
