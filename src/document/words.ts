/** Texts of people inside Markdown: labels are plain text, and must stay inert whatever they hold. */

const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

/**
 * A label or description as Markdown that shows just its characters (CommonMark 2.4: what is escaped has no meaning). Colons
 * too: an address would become a link, and linters look for `javascript:` without reading what is escaped.
 */
export function plain(label: string): string {
  return label.replace(/\s+/g, ' ').replace(/[<>&]|[\\`*_[\]#|~!:]/g, (c) => entities[c] ?? `\\${c}`);
}

/** `code`: backticks inside a value would end it. */
export function code(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** `a, b and c`. */
export function enumerate(parts: readonly string[], last = 'and'): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${last} ${parts[parts.length - 1]}`;
}
