/**
 * White space around a value, and characters that cannot be seen. A value is stored without the white space around it, and a value in
 * which nothing can be seen is empty. White space is what Unicode calls `White_Space`, and U+FEFF, as in ECMA-262.
 */

const whiteSpace = /[\p{White_Space}\ufeff]/u;
const nothingSeen = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}]*$/u;
/** `Default_Ignorable_Code_Point` has the marks of writing direction, zero widths, soft hyphens and fillers. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/** The text without the white space around it; `""` where nothing in it can be seen. */
export function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  // By hand: a pattern that looks for white space at the end takes the square of the length of what stands before.
  while (start < end && whiteSpace.test(text.charAt(start))) start += 1;
  while (end > start && whiteSpace.test(text.charAt(end - 1))) end -= 1;
  const inner = start === 0 && end === text.length ? text : text.slice(start, end);
  return nothingSeen.test(inner) ? '' : inner;
}

export const withoutInvisible = (text: string): string => text.replace(invisible, '');
