/** `If-Match` (RFC 9110, 13.1.1): versions of which the lead must have one. Weak tags never match, as strong comparison has it. */
import { refuse } from '../problem/problem.ts';

const tag = /^(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"$/;

/** `undefined` for no header and for `*`: any version will do. Throws 400 `invalid_header`. */
export function versionsOf(header: string | undefined): readonly number[] | undefined {
  const value = header?.trim();
  if (value === undefined || value === '*') return undefined;
  const versions: number[] = [];
  for (const part of value.split(',').map((p) => p.trim())) {
    const match = tag.exec(part);
    if (!match) {
      throw refuse(
        'invalid_header',
        'The header `If-Match` must be `*`, or one or more tags such as `"7"`, separated by commas.',
        {
          errors: [{ parameter: 'If-Match', code: 'format', detail: '`If-Match` must be `*` or tags such as `"7"`.' }],
        },
      );
    }
    const [, weak, text] = match;
    // A tag that is no version of ours is well-formed and matches nothing.
    if (!weak && /^[1-9]\d{0,8}$/.test(text ?? '')) versions.push(Number(text));
  }
  return versions;
}

export const etagOf = (version: number): string => `"${version}"`;
