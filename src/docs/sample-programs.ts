/**
 * Whole programs to begin with, one for each language: each sends a lead, reads all pages, and keeps a copy by the change feed.
 * They are files of their own language, in which the base URL and the lead are filled in. A token that creates nothing
 * gets them without the part that sends.
 */
import { readFileSync } from 'node:fs';
import { createExample } from '../document/examples/examples.ts';
import type { PublicDocument } from '../document/publish.ts';
import type { PageSource } from './chapters.ts';
import { type Html, html } from './html.ts';

const files = { php: 'leads.php', python: 'leads.py', javascript: 'leads.mjs', csharp: 'leads.cs' } as const;

export type Language = keyof typeof files;

export const languages = Object.keys(files) as Language[];

export const labels: Readonly<Record<Language, string>> = {
  php: 'PHP',
  python: 'Python',
  javascript: 'JavaScript',
  csharp: 'C#',
};

const read = new Map<Language, string>();

function templateOf(language: Language): string {
  const known = read.get(language) ?? readFileSync(new URL(`./samples/${files[language]}`, import.meta.url), 'utf8');
  read.set(language, known);
  return known;
}

export function sampleProgram(language: Language, { offer, document }: PublicDocument): string {
  const lead = offer.creates ? createExample(offer) : undefined;
  const template = templateOf(language);
  const kept = lead === undefined ? withoutSending(template) : template;
  return kept
    .replaceAll(/^.*(?:>>>|<<<) send\n/gm, '')
    .replaceAll(/[ \t]*(?:(?:#|\/\/)[ \t]*)?\[\[send\]\]/g, '')
    .replaceAll('__BASE_URL__', () => document.servers[0]?.url ?? '')
    .replaceAll('__LEAD__', () => literalOf(language, lead));
}

const withoutSending = (template: string): string =>
  template
    .replaceAll(/^.*>>> send\n[\s\S]*?<<< send\n/gm, '')
    .replaceAll(/^.*\[\[send\]\]\n/gm, '')
    .replaceAll('Send a lead, read all leads', 'Read all leads');

/** JSON is a literal of JavaScript, and nearly one of Python; the others take it as text. */
function literalOf(language: Language, value: unknown): string {
  if (language === 'php' || language === 'csharp') return JSON.stringify(value, null, 2);
  const text = JSON.stringify(value, null, language === 'python' ? 4 : 2);
  const indented = text.replaceAll('\n', language === 'python' ? '\n    ' : '\n  ');
  return language === 'python' ? pythonOf(indented) : indented;
}

/** What stands in a string stays. */
const pythonOf = (json: string): string =>
  json.replaceAll(/"(?:\\.|[^"\\])*"|\b(true|false|null)\b/g, (found, word?: string) =>
    word === undefined ? found : ({ true: 'True', false: 'False', null: 'None' }[word] ?? found),
  );

/** Folded, for each is a screen or two long. */
export function sampleFolds({ published }: PageSource, base: string): Html {
  const folds = languages.map(
    (language) => html`<details><summary>${labels[language]}</summary>
<p><a href="${base}/samples/${language}" download="${files[language]}">Download ${files[language]}</a></p>
<pre tabindex="0"><code>${sampleProgram(language, published)}</code></pre>
</details>
`,
  );
  return html`<section id="samples" data-words="code example php python javascript node csharp sync mirror"><h2>Sample programs</h2>
<p>Each is one file without dependencies. It ${published.offer.creates ? 'sends a lead, ' : ''}reads all pages and keeps a copy by the change feed, with a timeout, retries and every mistake printed.</p>
${folds}</section>`;
}

export const fileOf = (language: Language): string => files[language];
