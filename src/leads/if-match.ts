/** `If-Match` (RFC 9110, 13.1.1): versions of which the lead must have one. Weak tags never match, as strong comparison has it. */
import { refuse } from '../problem/problem.ts';

const opaque = '[\\x21\\x23-\\x7e\\x80-\\xff]*';
/** A comma may stand inside a tag. Between tags there may be nothing, which counts as nothing (RFC 9110, 5.6.1). */
const list = new RegExp(`^[\\s,]*(?:W/)?"${opaque}"(?:\\s*,[\\s,]*(?:W/)?"${opaque}")*[\\s,]*$`);
const tags = new RegExp(`(W/)?"(${opaque})"`, 'g');

/** `undefined` for no header and for `*`: any version will do. Throws 400 `invalid_header`. */
export function versionsOf(header: string | undefined): readonly number[] | undefined {
  const value = header?.trim();
  if (value === undefined || value === '*') return undefined;
  if (!list.test(value)) {
    throw refuse(
      'invalid_header',
      'The header `If-Match` must be `*`, or one or more tags such as `"7"`, separated by commas.',
      {
        errors: [{ parameter: 'If-Match', code: 'format', detail: '`If-Match` must be `*` or tags such as `"7"`.' }],
      },
    );
  }
  // A tag that is no version of ours is well-formed and matches nothing.
  return [...value.matchAll(tags)]
    .filter(([, weak, text]) => !weak && /^[1-9]\d{0,8}$/.test(text ?? ''))
    .map(([, , text]) => Number(text));
}

/** Whether `If-Match` asks for a lead that is there: any of its forms does (RFC 9110, 13.1.1). */
export const onlyChanges = (header: string | undefined): boolean => header !== undefined;

export const etagOf = (version: number): string => `"${version}"`;

/** Whether `If-None-Match: *` asks for a lead that is not there yet (RFC 9110, 13.1.2). Throws 400 `invalid_header`. */
export function onlyCreates(header: string | undefined): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  const detail = '`If-None-Match` must be `*`.';
  throw refuse('invalid_header', 'The header `If-None-Match` must be `*` here.', {
    errors: [{ parameter: 'If-None-Match', code: 'format', detail }],
  });
}
