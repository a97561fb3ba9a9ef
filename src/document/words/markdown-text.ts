/** Texts of people inside our Markdown: labels are plain text, and stay inert whatever they contain. */

const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

/**
 * Text of a person, safe for places that generators copy into their files. Control characters are shown as symbols (Unicode,
 * Control Pictures), because TOML and YAML refuse most of them. Characters that change the writing direction are removed:
 * Rust refuses files with them, and they can make code look like other code (Unicode Technical Standard 55, 4.1).
 */
export function printable(text: string): string {
  // A select may have thousands of labels, of which hardly any has such a character.
  if (onlyPlain.test(text)) return text;
  return text.replace(/[^\P{Cc}\t\n\r]/gu, symbolOf).replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
}

const onlyPlain = /^[ -~\u00a1-\u1fff]*$/;

function symbolOf(control: string): string {
  const code = control.charCodeAt(0);
  if (code > 0x7f) return '\ufffd';
  return code === 0x7f ? '\u2421' : String.fromCharCode(0x2400 + code);
}

/**
 * A person's or company's name in the head of a document. Generators for Python and Rust put it into TOML, where they escape
 * a straight quote wrongly.
 */
export const headName = (name: string): string =>
  printable(name)
    .replace(/(?<![^\s(])"/g, '“')
    .replaceAll('"', '”')
    .replaceAll("'", '’');

/**
 * A label or description as Markdown that shows exactly its characters (CommonMark 2.4: escaped characters have no meaning).
 * Colons are escaped too: an address would become a link, and linters look for `javascript:` without reading escapes.
 */
export function plain(label: string): string {
  return printable(label.replace(/[^\S ]+|\s{2,}/g, ' ')).replace(
    /[<>&]|[\\`*_[\]#|~!:]/g,
    (c) => entities[c] ?? `\\${c}`,
  );
}

/** Formats a value as code. Backticks inside a value would end the code, so such a value gets two on each side. */
export function code(value: unknown): string {
  const text = printable(typeof value === 'string' ? value : JSON.stringify(value));
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** Joins texts: `a, b and c`. */
export function enumerate(parts: readonly string[], last = 'and'): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${last} ${parts[parts.length - 1]}`;
}

/** Formats a time in UTC: `2027-02-01 08:00 UTC`. */
export const minuteOf = (at: string): string => `${at.slice(0, 16).replace('T', ' ')} UTC`;
