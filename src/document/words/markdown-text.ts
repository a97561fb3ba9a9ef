/** Texts of people inside Markdown: labels are plain text, and must stay inert whatever they hold. */

const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

/**
 * Text of a person for a place that generators copy into their files. A control character is shown as its symbol (Unicode, Control
 * Pictures), because TOML and YAML refuse most of them. Characters that turn the direction of writing are left out: Rust refuses a
 * file that holds one, and they can make code look like other code (Unicode Technical Standard 55, 4.1).
 */
export function printable(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]/gu, symbolOf).replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
}

function symbolOf(control: string): string {
  const code = control.charCodeAt(0);
  if (code > 0x7f) return '\ufffd';
  return code === 0x7f ? '\u2421' : String.fromCharCode(0x2400 + code);
}

/** A person's or company's name in the head of a document: generators for Python and Rust put it into TOML, and escape a straight quote wrongly. */
export const headName = (name: string): string =>
  printable(name)
    .replace(/(?<![^\s(])"/g, '“')
    .replaceAll('"', '”')
    .replaceAll("'", '’');

/**
 * A label or description as Markdown that shows just its characters (CommonMark 2.4: what is escaped has no meaning). Colons
 * too: an address would become a link, and linters look for `javascript:` without reading what is escaped.
 */
export function plain(label: string): string {
  return printable(label.replace(/\s+/g, ' ')).replace(/[<>&]|[\\`*_[\]#|~!:]/g, (c) => entities[c] ?? `\\${c}`);
}

/** `code`: backticks inside a value would end it. */
export function code(value: unknown): string {
  const text = printable(typeof value === 'string' ? value : JSON.stringify(value));
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** `a, b and c`. */
export function enumerate(parts: readonly string[], last = 'and'): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${last} ${parts[parts.length - 1]}`;
}

/** `2027-02-01 08:00 UTC`, of a time in UTC. */
export const minuteOf = (at: string): string => `${at.slice(0, 16).replace('T', ' ')} UTC`;
