/** What the server makes of a name when no slug is given, near enough to be shown while one types; the server decides. */
export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/[̀-ͯ]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63);

/** The same for keys of fields, selects and statuses, which have underscores. */
export const keyOf = (label: string): string => slugOf(label).replaceAll('-', '_').replace(/^(\d)/, 'f_$1');
