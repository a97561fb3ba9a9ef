/**
 * Joins sections under headings of the first level, so that no other text can be mistaken for one of these headings. Redoc
 * finds headings with a parser, but finds the text of each by searching for `# ` and its words, anywhere: in a note, a
 * label, or code. It would then show that text as part of our document, and our text as part of the note.
 */

/** An invisible character that is not white space. With it, the search finds nothing, and a heading is still a heading. */
const wordJoiner = '\u2060';

/** `sections`: each begins with its heading, or has no heading. */
export function underHeadings(sections: readonly string[]): string {
  const names = sections.flatMap((section) => headingOf(section)?.slice(2) ?? []);
  // Our own headings contain only letters and spaces.
  const alike = new RegExp(`(#\\s+)(?=${names.join('|')})`, 'g');
  return sections
    .map((section) => {
      const own = headingOf(section)?.length ?? 0;
      return section.slice(0, own) + section.slice(own).replaceAll(alike, `$1${wordJoiner}`);
    })
    .join('\n\n');
}

const headingOf = (section: string): string | undefined => /^# .+/.exec(section)?.[0];
