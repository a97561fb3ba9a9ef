/**
 * Redoc, and its script, without an inline script. The page of a token holds the document to be drawn; the page of the Management API
 * names it, in attributes: one without a value counts as false there.
 */
import { redocPath } from './assets.ts';
import { type Html, html } from './html.ts';

export const redoc = (documentPath: string): Html =>
  html`<redoc spec-url="${documentPath}" sanitize="true" hide-download-button="true" hide-schema-pattern="true" hide-loading="true" scroll-y-offset="0"
  json-sample-expand-level="3" schema-expansion-level="1" theme='{"colors":{"text":{"secondary":"#666"}},"spacing":{"sectionVertical":20},"sidebar":{"width":"280px"},"typography":{"fontFamily":"system-ui, sans-serif","headings":{"fontFamily":"system-ui, sans-serif"}}}'></redoc>
<script src="${redocPath}" defer></script>`;

/** A script of another type than JavaScript is data: it does not run. No `<` in it, so that nothing in it ends it. */
export const redocDrawn = (document: unknown): Html =>
  html`<div id="reference"></div>
<script type="application/json" id="reference-document">${{ html: JSON.stringify(document).replaceAll('<', '\\u003c') }}</script>
<script src="${redocPath}" defer></script>`;
