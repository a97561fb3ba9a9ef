/** The page of the Management API for members who are signed in: Redoc with its document. */
import { html, page } from './html.ts';
import { redocOf } from './redoc.ts';

export function managementPage(documentPath: string): string {
  const body = html`
<header class="bar"><strong>Management API</strong><a href="${documentPath}">OpenAPI (JSON)</a><a href="/console">Console</a></header>
<main>
<noscript><p class="plain">The document of the Management API: <a href="${documentPath}">OpenAPI (JSON)</a>.</p></noscript>
${redocOf(documentPath)}
</main>`;
  return page({ title: 'Management API', body, wide: true, scripts: ['reference'] });
}
