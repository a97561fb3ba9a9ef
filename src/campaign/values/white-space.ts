/**
 * White space around a value, and invisible characters. A value is stored without the white space around it, and a value
 * without any visible character is empty. White space is Unicode's `White_Space`, and U+FEFF, as in ECMA-262.
 */

const whiteSpace = /[\p{White_Space}\ufeff]/u;
const nothingSeen = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}]*$/u;
/** `Default_Ignorable_Code_Point` includes marks of writing direction, zero-width characters, soft hyphens and fillers. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/** The text without the white space around it; `""` if no character is visible. */
export function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  // A loop, because a pattern for white space at the end needs quadratic time.
  while (start < end && whiteSpace.test(text.charAt(start))) start += 1;
  while (end > start && whiteSpace.test(text.charAt(end - 1))) end -= 1;
  const inner = start === 0 && end === text.length ? text : text.slice(start, end);
  return nothingSeen.test(inner) ? '' : inner;
}

export const withoutInvisible = (text: string): string => text.replace(invisible, '');
