/** The slug, key or value that the server makes of a name. The form shows it during typing, and sends it as shown. */
const letters: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'oe',
  å: 'aa',
  ß: 'ss',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  đ: 'd',
};

const longest = 63;

/** `Sælgere & Co.` → `saelgere-co`. Empty if no character of the name can be used. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[æøåßðþłđ]/g, (letter) => letters[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

const cut = (text: string): string => text.slice(0, longest).replace(/[-_]+$/, '');

/** A campaign's slug begins with a letter and has at least two characters. */
export function campaignSlugOf(name: string): string {
  if (name.trim() === '') return '';
  const slug = slugOf(name);
  return cut(/^[a-z]./.test(slug) ? slug : `campaign-${slug}`);
}

/** The key of a field, a select or a status. Keys have underscores and begin with a letter. */
export const keyOf = (label: string): string =>
  cut(
    slugOf(label)
      .replaceAll('-', '_')
      .replace(/^(?=\d)/, 'f_'),
  );

/** An option's value: the first one that is free. */
export function optionValueOf(label: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(label) || 'option';
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : `-${number}`;
    const value = `${cut(slug.slice(0, longest - suffix.length))}${suffix}`;
    if (!taken.has(value)) return value;
  }
}
