/**
 * The box for trying a request. Without a token it checks a body by this document; with a token it sends the request. Its
 * script shows the box.
 */
import { createExample, updateExample, upsertExample } from '../document/examples/examples.ts';
import { operationsOf } from '../document/openapi.ts';
import type { PublicDocument } from '../document/publish.ts';
import { type Html, html } from './html.ts';

/** The operations that can be sent from the page, each with an example body if it has a body. */
export function sendable({ document, offer }: PublicDocument) {
  const bodies: Readonly<Record<string, unknown>> = {
    createLead: createExample(offer),
    updateLead: updateExample(offer),
    upsertLead: upsertExample(offer),
    listLeads: undefined,
    getCampaign: undefined,
  };
  return Object.keys(bodies).flatMap((name) => {
    const found = operationsOf(document).find(({ operation }) => operation.operationId === name);
    if (!found) return [];
    const { method, path, operation } = found;
    return [
      { name, method: method.toUpperCase(), path, summary: String(operation.summary ?? name), body: bodies[name] },
    ];
  });
}

/** `checks`: the operations whose bodies can be checked without a token. */
export function sendBox(published: PublicDocument, base: string, checks: readonly string[]): Html {
  const options = sendable(published).map(
    ({ name, method, path, summary, body }) =>
      html`<option value="${name}" data-method="${method}" data-path="${path === '/' ? '' : path}" data-body="${body === undefined ? '' : JSON.stringify(body, null, 2)}"${checks.includes(name) ? html` data-check` : undefined}>${name}: ${summary}</option>`,
  );
  return html`<details class="send" id="send"><summary>${checks.length > 0 ? 'Check my payload' : 'Send a request'}</summary>
<form hidden data-check="${base}/check" data-server="${published.document.servers[0]?.url ?? ''}">
<p data-without-token>${checks.length > 0 ? 'Checks the body by this document, but not by the token’s filter, and not for duplicates. Nothing is saved. If you paste your token above, the request is really sent.' : 'Paste your token above to send a request.'}</p>
<label>Operation <select name="operation">${options}</select></label>
<label data-id hidden><span>Lead id</span> <input name="id" autocomplete="off" spellcheck="false"></label>
<label data-body>Body, as JSON <textarea name="body" rows="12" spellcheck="false" autocomplete="off"></textarea></label>
<label data-dry hidden><input type="checkbox" name="dry" checked autocomplete="off"> Dry run: validate without saving</label>
<button>Check</button>
<output></output>
</form></details>`;
}
