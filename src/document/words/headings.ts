/**
 * Sections under headings of the first level, as one text in which nothing is taken for one of these headings. Redoc finds
 * headings by a parser, but looks for what stands under each by searching the text for `# ` and its words, wherever they
 * are: in a note, a label, or code. What stood there would be shown as ours, and ours as a part of it.
 */

/** Shows nothing, and is no white space: with it between, the search finds nothing, and a heading stays one. */
const wordJoiner = '\u2060';

/** `sections`: each begins with its heading, or has none. */
export function underHeadings(sections: readonly string[]): string {
  const names = sections.flatMap((section) => headingOf(section)?.slice(2) ?? []);
  // Our own headings are letters and spaces alone.
  const alike = new RegExp(`(#\\s+)(?=${names.join('|')})`, 'g');
  return sections
    .map((section) => {
      const own = headingOf(section)?.length ?? 0;
      return section.slice(0, own) + section.slice(own).replaceAll(alike, `$1${wordJoiner}`);
    })
    .join('\n\n');
}

const headingOf = (section: string): string | undefined => /^# .+/.exec(section)?.[0];
