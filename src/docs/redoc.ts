/** Redoc, and its script. No inline script: it starts by the element's attributes; one without a value counts as false there. */
import { redocPath } from './assets.ts';
import { type Html, html } from './html.ts';

export const redoc = (documentPath: string): Html =>
  html`<redoc spec-url="${documentPath}" sanitize="true" hide-download-button="true" hide-schema-pattern="true" hide-loading="true" scroll-y-offset="0"
  json-sample-expand-level="3" schema-expansion-level="1" theme='{"colors":{"text":{"secondary":"#666"}},"spacing":{"sectionVertical":20},"sidebar":{"width":"280px"},"typography":{"fontFamily":"system-ui, sans-serif","headings":{"fontFamily":"system-ui, sans-serif"}}}'></redoc>
<script src="${redocPath}" defer></script>`;
