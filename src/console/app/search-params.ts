/**
 * The search part of an address as plain text, in the API's names and form: `?status=new,contacted&fields.zip=0800`. The
 * router's own form would quote values that look like numbers, and would read `1e3` in an external id as a number.
 */

/** A name that is given several times is a list, as in the API. */
export function parseSearch(search: string): Record<string, string> {
  const read = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(search)) {
    const before = read.get(name);
    read.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(read);
}

export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? '' : `?${text.replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%2F', '/')}`;
}
