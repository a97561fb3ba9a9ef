/**
 * Redoc, and the scripts that start it, without an inline script. The page of a token holds the document to be drawn; the page of the
 * Management API names it, for it is larger and there is no page around it.
 */
import { redocPath } from './assets.ts';
import { type Html, html } from './html.ts';

export const redocOf = (documentPath: string): Html =>
  html`<div id="reference" data-document="${documentPath}"></div>
<script src="${redocPath}" defer></script>`;

/** A script of another type than JavaScript is data: it does not run. No `<` in it, so that nothing in it ends it. */
export const redocDrawn = (document: unknown): Html =>
  html`<div id="reference"></div>
<script type="application/json" id="reference-document">${{ html: JSON.stringify(document).replaceAll('<', '\\u003c') }}</script>
<script src="${redocPath}" defer></script>`;
