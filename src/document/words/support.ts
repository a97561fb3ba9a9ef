/** Whom vendors ask, as the admin has said it: for `info.contact` of a document (OpenAPI 3.1, 4.8.3), and as a section of it. */

import { headName, plain } from './markdown-text.ts';
import { inertNotes } from './notes.ts';

export interface Contact {
  readonly name?: string;
  readonly url?: string;
  readonly email?: string;
}

/** An e-mail address, an address on the web, or else somebody's name. */
export function contactOf(support: string | null): Contact | undefined {
  if (support === null) return undefined;
  if (/^[\w.+-]+@[a-z0-9]([a-z0-9-]*\.)+[a-z]{2,}$/i.test(support)) return { email: support };
  if (/^https?:\/\/[^\s<>]+$/i.test(support) && URL.canParse(support)) return { url: new URL(support).href };
  return { name: headName(support) };
}

/** In words; what is no address is Markdown, as notes are. */
export function supportWords(support: string): string {
  return `Questions and trouble: ${contactWords(support)}. With a refused request, tell the request id that stands in its answer (\`X-Request-Id\`).`;
}

/** As a link, where it is an address. */
export function contactWords(support: string): string {
  const { url, email } = contactOf(support) ?? {};
  const address = email === undefined ? url : `mailto:${email}`;
  return address === undefined ? inLine(support) : `[${plain(support)}](<${address}>)`;
}

/** Where it is more than one line of text, its characters alone: it stands in a sentence. */
function inLine(support: string): string {
  const words = inertNotes(support);
  return /\n|^(?:[#>|-]|\d+[.)])/.test(words) ? plain(support) : words;
}
