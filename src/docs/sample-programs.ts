/**
 * Complete sample programs, one for each language: each sends a lead, reads all pages, and keeps a copy by the change feed.
 * Each is a file in its own language, into which the base URL and the lead are filled in. For a token that cannot create
 * leads, the part that sends is removed.
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

const templates = new Map<Language, string>();

function templateOf(language: Language): string {
  const known =
    templates.get(language) ?? readFileSync(new URL(`./samples/${files[language]}`, import.meta.url), 'utf8');
  templates.set(language, known);
  return known;
}

export function sampleProgram(language: Language, { offer, document }: PublicDocument): string {
  const lead = offer.creates ? createExample(offer) : undefined;
  const template = templateOf(language);
  const program = lead === undefined ? withoutSending(template) : template;
  return program
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

/** JSON is valid JavaScript, and nearly valid Python. PHP and C# get it as text. */
function literalOf(language: Language, value: unknown): string {
  if (language === 'php' || language === 'csharp') return JSON.stringify(value, null, 2);
  const text = JSON.stringify(value, null, language === 'python' ? 4 : 2);
  const indented = text.replaceAll('\n', language === 'python' ? '\n    ' : '\n  ');
  return language === 'python' ? pythonOf(indented) : indented;
}

/** The contents of strings stay unchanged. */
const pythonOf = (json: string): string =>
  json.replaceAll(/"(?:\\.|[^"\\])*"|\b(true|false|null)\b/g, (found, word?: string) =>
    word === undefined ? found : ({ true: 'True', false: 'False', null: 'None' }[word] ?? found),
  );

/** Folded, because each program is one or two screens long. */
export function sampleFolds({ published }: PageSource, base: string): Html {
  const folds = languages.map(
    (language) => html`<details><summary>${labels[language]}</summary>
<p><a href="${base}/samples/${language}" download="${files[language]}">Download ${files[language]}</a></p>
<pre tabindex="0"><code>${sampleProgram(language, published)}</code></pre>
</details>
`,
  );
  return html`<section id="samples" data-words="code example php python javascript node csharp sync mirror"><h2>Sample programs</h2>
<p>Each is one file without dependencies. It ${published.offer.creates ? 'sends a lead, ' : ''}reads all pages and keeps a copy by the change feed, with a timeout and retries. It prints every mistake.</p>
${folds}</section>`;
}

export const fileOf = (language: Language): string => files[language];
