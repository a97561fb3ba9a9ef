/** The pages that are mostly text: a problem, a refusal in place of a page, and the campaigns of a broad token. */
import { type ProblemCode, problemKinds } from '../problem/codes.ts';
import { exampleErrors, inputCodes } from '../problem/input-codes.ts';
import { type Brand, brandOf } from './brand.ts';
import { html, page, withCode } from './html.ts';

export function problemPage(code: ProblemCode, publicUrl: string): string {
  const { status, title, cause, remedy } = problemKinds[code];
  const errors = exampleErrors[code];
  const many = errors && errors.length > 1;
  const example = JSON.stringify(
    {
      type: `${publicUrl}/problems/${code}`,
      title,
      status,
      detail: many
        ? `${errors.length} values are wrong; each is listed in \`errors\`.`
        : (errors?.[0]?.detail ?? cause),
      instance: '0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80',
      code,
      ...(errors && { errors }),
    },
    null,
    2,
  );
  return page({
    title: `${title} (${code})`,
    body: html`<main>
<p class="muted">Problem <code>${code}</code>, HTTP ${status}</p>
<h1>${title}</h1>
<h2>What happened</h2>
<p>${withCode(cause)}</p>
<h2>What to do</h2>
<p>${withCode(remedy)}</p>
<h2>Example</h2>
<pre><code>HTTP/1.1 ${status}
Content-Type: application/problem+json

${example}</code></pre>
${many ? inputCodeList() : undefined}
</main>`,
  });
}

function inputCodeList() {
  const items = Object.entries(inputCodes).map(
    ([code, meaning]) => html`<dt><code>${code}</code></dt><dd>${withCode(meaning)}</dd>`,
  );
  return html`<h2>What can be wrong with a value</h2>
<p>Each entry of <code>errors</code> has a <code>pointer</code> into the body (RFC 6901) or the name of a
<code>parameter</code>, a sentence for people, and one of these codes:</p>
<dl>${items}</dl>`;
}

/**
 * The page that a browser gets instead of the one that it asked for. `detail` is our own text, so backticks in it become
 * code.
 */
export function refusalPage(problem: { code: ProblemCode; detail: string; requestId: string }): string {
  const { status, title, remedy } = problemKinds[problem.code];
  return page({
    title,
    body: html`<main>
<p class="muted">HTTP ${status}</p>
<h1>${title}</h1>
<p>${withCode(problem.detail)}</p>
<p>${problem.code === 'not_found' ? 'If somebody gave you this address, ask them for a new one: it may have been replaced, or its token revoked.' : withCode(remedy)}</p>
<p class="muted">Request ${problem.requestId}</p>
</main>`,
  });
}

export function campaignsPage(
  base: string,
  brand: Brand,
  campaigns: readonly { slug: string; name: string }[],
  publicUrl: string,
): string {
  const items = campaigns.map(
    ({ slug, name }) => html`<li><a href="${base}/campaigns/${slug}"><strong>${name}</strong>${slug}</a></li>`,
  );
  return page({
    title: 'Lead API: campaigns',
    color: brand.color,
    body: html`<header class="bar">${brandOf(brand)}</header>
<main>
<h1>Lead API</h1>
<p>This token reaches the campaigns below. Each has its own page and its own OpenAPI document. For one
document with all of them, send <code>GET ${publicUrl}/v1/openapi.json</code> with the token.</p>
${campaigns.length > 0 ? html`<ul class="cards">${items}</ul>` : html`<p>There are no campaigns yet.</p>`}
</main>`,
  });
}
