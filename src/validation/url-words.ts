/** Explains the first mistake in a text that should be a web address (RFC 9110, 4.2). */

const scheme = /^https?:\/\//i;
const allowed = /^[!#$%&'()*+,./0-9:;=?@A-Z[\]_a-z~-]$/;

/** The ending of a sentence, such as `: it has no host`; empty if there is nothing to add. */
export function wrongInUrl(data: unknown, format: unknown): string {
  if (typeof data !== 'string' || format !== 'uri') return '';
  if (!scheme.test(data)) return data.includes('://') ? '' : ': `https://` is missing before it';
  const rest = data.replace(scheme, '');
  const [authority = ''] = rest.split(/[/?#]/);
  const [host = ''] = (authority.split('@').pop() ?? '').split(/:\d*$/);
  if (host === '') return ': it has no host';
  const strange = [...rest].find((one) => !allowed.test(one));
  if (strange === undefined) return /%(?![0-9A-Fa-f]{2})/.test(rest) ? ': write `%25` for `%`' : '';
  if (host.includes(strange)) return hostWords(strange);
  return `: write \`${encoded(strange)}\` for ${shown(strange)}`;
}

/** RFC 5891: a host with other letters has a form in ASCII. */
const hostWords = (strange: string): string =>
  /[^\p{ASCII}]/u.test(strange)
    ? `: write the host in ASCII, with \`xn--\`: ${shown(strange)} cannot stand in it`
    : `: ${shown(strange)} cannot stand in a host`;

const encoded = (one: string): string => (one.isWellFormed() ? encodeURIComponent(one) : '%EF%BF%BD');
const shown = (one: string): string => (/^\s$/u.test(one) ? 'a space' : `\`${one}\``);
