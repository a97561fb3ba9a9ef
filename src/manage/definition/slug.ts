/** Makes slugs for URLs and values from names: `Sælgere & Co.` → `saelgere-co`. */

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

/** Lower-case ASCII letters, digits and single hyphens; empty if the text has no character that can be kept. */
export function slugify(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[æøåßðþłđ]/g, (letter) => letters[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

const longest = 63;

/** The slug, or the slug with the smallest free number from `-2` on. `joint`: the character that joins its words. */
export async function firstFree(
  slug: string,
  isTaken: (slug: string) => boolean | Promise<boolean>,
  joint: '-' | '_' = '-',
): Promise<string> {
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : `${joint}${number}`;
    const candidate = `${slug.slice(0, longest - suffix.length).replace(/[-_]+$/, '')}${suffix}`;
    if (!(await isTaken(candidate))) return candidate;
  }
}

/** The first free key for a field or a select. Keys begin with a letter: `Kilde & type` → `kilde_type`. */
export function firstFreeKey(label: string, isTaken: (key: string) => boolean): Promise<string> {
  const key = slugify(label)
    .replaceAll('-', '_')
    .replace(/^(?=\d)/, 'f_');
  return firstFree(key || 'field', isTaken, '_');
}
