/** Explains the first mistake in a text that should be an e-mail address (RFC 5321, 4.5.3.1). */

/** The ending of a sentence, such as `: its domain has no dot`; empty if there is nothing to add. */
export function wrongInEmail(data: unknown, format: unknown): string {
  if (typeof data !== 'string' || format !== 'email' || data.trim() !== data) return '';
  const at = data.lastIndexOf('@');
  if (at < 0) return ': it has no `@`';
  const [local, domain] = [data.slice(0, at), data.slice(at + 1)];
  if (/^[^ @]+ [^ @]+$/.test(local)) return ': there is a space in it; in a form or a URL, write `%2B` for `+`';
  if (local.length > 64) return ': there are more than 64 characters before its `@`';
  if (domain.split('.').some((label) => label.length > 63)) return ': a part of its domain has more than 63 characters';
  return domain.includes('.') ? '' : ': its domain has no dot';
}
