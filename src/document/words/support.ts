/**
 * The support contact as the admin wrote it: for `info.contact` of a document (OpenAPI 3.1, 4.8.3), and as a section of its
 * text.
 */
import { headName, plain } from './markdown-text.ts';
import { inertNotes } from './notes.ts';

export interface Contact {
  readonly name?: string;
  readonly url?: string;
  readonly email?: string;
}

/** An e-mail address, a web address, or otherwise a name. */
export function contactOf(support: string | null): Contact | undefined {
  if (support === null) return undefined;
  if (/^[\w.+-]+@[a-z0-9]([a-z0-9-]*\.)+[a-z]{2,}$/i.test(support)) return { email: support };
  if (/^https?:\/\/[^\s<>]+$/i.test(support) && URL.canParse(support)) return { url: new URL(support).href };
  return { name: headName(support) };
}

/** In words. Text other than an address is Markdown, like notes. */
export function supportWords(support: string): string {
  return `Questions: ${contactWords(support)}. About a request, quote the \`X-Request-Id\` of its response.`;
}

/** As a link if it is an address. */
export function contactWords(support: string): string {
  const { url, email } = contactOf(support) ?? {};
  const address = email === undefined ? url : `mailto:${email}`;
  return address === undefined ? inLine(support) : `[${plain(support)}](<${address}>)`;
}

/** The contact is part of a sentence. If it has more than one line, it is shown as plain text. */
function inLine(support: string): string {
  const words = inertNotes(support);
  return /\n|^(?:[#>|-]|\d+[.)])/.test(words) ? plain(support) : words;
}
