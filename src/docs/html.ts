/** HTML for the plain pages: a tagged template that escapes every value, except HTML that it made itself. */
import type { Phrase } from '../document/changes/phrase.ts';

export interface Html {
  readonly html: string;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => entities[c] ?? c);
}

type Part = string | number | Html | readonly Html[] | undefined;

/** ``html`<p>${text}</p>` ``: texts are escaped; `Html`, and lists of it, are inserted unchanged. */
export function html(parts: TemplateStringsArray, ...values: readonly Part[]): Html {
  const put = (value: Part): string => {
    if (value === undefined) return '';
    if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
    return 'html' in value ? value.html : value.map((each) => each.html).join('');
  };
  return { html: parts.reduce((text, part, i) => text + part + (i < values.length ? put(values[i]) : ''), '') };
}

/** Turns text between backticks into code. Code that contains backticks itself stands between two backticks on each side. */
export function withCode(text: string): Html {
  const parts = text.split(/(`` .+? ``|`[^`]*`)/).map((part) => {
    const inside = /^`` (.+) ``$/.exec(part)?.[1] ?? /^`([^`]*)`$/.exec(part)?.[1];
    return inside === undefined ? html`${part}` : html`<code>${inside}</code>`;
  });
  return html`${parts}`;
}

/** A sentence in parts: names become code. Old changelog entries are a single text. */
export function phraseHtml(phrase: Phrase): Html {
  const parts = phrase.map((part) => {
    if (typeof part === 'string') return withCode(part);
    return 'code' in part
      ? html`<code>${typeof part.code === 'string' ? part.code : JSON.stringify(part.code)}</code>`
      : html`“${part.called}”`;
  });
  return html`${parts}`;
}

export interface PageOptions {
  readonly title: string;
  readonly body: Html;
  readonly wide?: boolean;
  readonly color?: string | null;
  /** Addresses of the same content in other formats. */
  readonly feed?: string;
  readonly markdown?: string;
  /** Names of scripts in `browser/`. */
  readonly scripts?: readonly string[];
}

/** A whole page. */
export function page({ title, body, wide, color, feed, markdown, scripts = [] }: PageOptions): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<meta property="og:title" content="${title}">
<meta property="og:type" content="website">
<link rel="icon" href="/docs/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/docs/assets/page.css">
${wide ? html`<link rel="stylesheet" href="/docs/assets/documentation.css">` : undefined}
<link rel="stylesheet" href="/docs/assets/print.css" media="print">
${feed === undefined ? undefined : html`<link rel="alternate" type="application/atom+xml" title="Changelog" href="${feed}">`}
${markdown === undefined ? undefined : html`<link rel="alternate" type="text/markdown" href="${markdown}">`}
</head>
<body class="${wide ? 'wide' : 'plain'}"${color ? html` style="border-top: 6px solid ${color}"` : undefined}>
${body}
${scripts.map((name) => html`<script type="module" src="/docs/assets/${name}.js"></script>`)}
</body>
</html>
`.html;
}
