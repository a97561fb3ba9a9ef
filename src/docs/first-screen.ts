/**
 * The first screen of a documentation page: what the API is for, the base URL, the box for the token, and the first request.
 * Scripts show the box for the token and the copy buttons.
 */
import { createExample } from '../document/examples/examples.ts';
import type { Offer } from '../document/offer.ts';
import type { PublicDocument } from '../document/publish.ts';
import { code, enumerate, plain } from '../document/words/markdown-text.ts';
import { curl } from './curl.ts';
import { type Html, html } from './html.ts';
import { inline } from './markdown.ts';

/** In one sentence of Markdown. */
export function aboutWords({ campaign, writes, creates }: Offer): string {
  const what = creates
    ? 'Send leads, read them back, change and delete them'
    : writes
      ? 'Read leads, change and delete them'
      : 'Read leads';
  return `${what}: campaign **${plain(campaign.name)}** of ${plain(campaign.accountName)}.`;
}

export interface FirstRequest {
  readonly heading: string;
  readonly lines: readonly string[];
  /** Markdown. */
  readonly after: string;
}

/** The first request of a vendor: a new lead if the token can create leads, otherwise a list. */
export function firstRequest({ offer, document }: PublicDocument): FirstRequest {
  const server = document.servers[0]?.url ?? '';
  const body = shortest(offer);
  if (offer.creates && body !== undefined) {
    const required = offer.fields.filter((each) => each.required).map(({ field }) => code(field.key));
    return {
      heading: 'Your first lead',
      lines: curl({ url: `${server}/leads`, body }),
      after: `${requiredWords(required)} The response is 201 with the lead as it is stored and its \`id\`.`,
    };
  }
  return {
    heading: 'Your first request',
    lines: curl({ url: `${server}/leads?limit=10` }),
    after: 'The response is 200 with the newest leads.',
  };
}

function requiredWords(required: readonly string[]): string {
  if (required.length === 0) return 'No field is required.';
  if (required.length > 10) return `${required.length} [fields](#fields) are required.`;
  return `Required: ${enumerate(required)}.`;
}

const enough = 5;

/** The example with the required fields and a few more. If the token's filter may require any field, it has all fields. */
function shortest(offer: Offer): unknown {
  const example = createExample(offer);
  return example && withFewFields(offer, example);
}

/** The body of a write with fewer fields, but all required ones. A form has one member for each field. */
export function withFewFields<Body extends object>(offer: Offer, body: Body): Body {
  if (offer.more) return body;
  const required = new Set(offer.fields.filter((each) => each.required).map(({ field }) => field.key));
  let more = enough - required.size;
  const stays = ([key, value]: readonly [string, unknown]): boolean => {
    if (required.has(key) || Object.hasOwn(Object.prototype, key) || value === null) return true;
    more -= 1;
    return more >= 0;
  };
  const members = Object.entries(body).flatMap(([name, value]) => {
    if (name === 'fields' && typeof value === 'object' && value !== null)
      return [[name, Object.fromEntries(Object.entries(value).filter(stays))]];
    return !name.startsWith('fields.') || stays([name.slice('fields.'.length), value]) ? [[name, value]] : [];
  });
  return Object.fromEntries(members);
}

export function firstScreen(published: PublicDocument): Html {
  const { offer, document } = published;
  const { heading, lines, after } = firstRequest(published);
  const server = document.servers[0]?.url ?? '';
  return html`<section id="start" class="start">
<div>
<h1>${offer.campaign.name}: Lead API</h1>
<p>${inline(aboutWords(offer))} This page says exactly what your token may do.</p>
<h2 class="label">Base URL</h2>
<pre class="address" tabindex="0"><code>${breakable(server)}</code></pre>
<div class="token" hidden>
<label for="token">Your token</label>
<input id="token" class="secret" type="text" autocomplete="off" autocapitalize="off" spellcheck="false" data-1p-ignore data-lpignore="true" placeholder="lsp_…" aria-describedby="token-hint">
<p id="token-hint" class="muted">Fills in every sample. It stays in this tab’s memory and is forgotten when you leave.</p>
</div>
<p>Send the token with each request in the header <code>Authorization: Bearer …</code>. It is a secret: keep it on your server, and never put it in a URL.</p>
</div>
<div>
<h2>${heading}</h2>
<pre tabindex="0"><code>${lines.join('\n')}</code></pre>
<p>${inline(after)}</p>
</div>
</section>`;
}

/** Allows line breaks in an address after its slashes only. */
export const breakable = (address: string): Html => html`${address.split(/(?<=\/)/).map((part) => html`${part}<wbr>`)}`;
