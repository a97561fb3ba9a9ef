/**
 * The elements that load and start Redoc without an inline script. A token's page contains its document. The page of the
 * Management API only has the address of its document, which is larger.
 */
import { redocPath } from './assets.ts';
import { type Html, html } from './html.ts';

export const redocOf = (documentPath: string): Html =>
  html`<div id="reference" data-document="${documentPath}"></div>
<script src="${redocPath}" defer></script>`;

/**
 * Browsers do not run a script of another type than JavaScript: it is data. Its `<` are escaped, so that no text in it can
 * end the element.
 */
export const redocDrawn = (document: unknown): Html =>
  html`<div id="reference"></div>
<script type="application/json" id="reference-document">${{ html: JSON.stringify(document).replaceAll('<', '\\u003c') }}</script>
<script src="${redocPath}" defer></script>`;
