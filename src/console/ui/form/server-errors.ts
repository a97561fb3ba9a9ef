/** Puts the errors of a problem at the inputs that their JSON pointers name. The rest stands above all inputs. */
import { type InputError, messageOf, Problem } from '../../api/problem.ts';
import { inputWords } from './input-words.ts';

/** `/options/0/label` → `options.0.label`, the path of an input in a Mantine form. */
export const pathOf = (pointer: string): string =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');

export interface ServerErrors {
  /** By the path of the input. */
  readonly fields: Readonly<Record<string, string>>;
  /** Errors that belong to no input of this form. */
  readonly rest: string | undefined;
}

/**
 * `has` tells whether the form has an input at the path, and `words` gives the text of an error. An error below an input is
 * shown at that input.
 */
export function serverErrors(
  error: unknown,
  has: (path: string) => boolean,
  words: (error: InputError, path: string) => string = inputWords,
): ServerErrors {
  if (!(error instanceof Problem) || error.errors.length === 0) return { fields: {}, rest: messageOf(error) };
  const fields: Record<string, string> = {};
  const rest: string[] = [];
  for (const one of error.errors) {
    const path = one.pointer === undefined ? undefined : pathOf(one.pointer);
    const at = path === undefined ? undefined : nearest(path, has);
    const detail = words(one, path ?? '');
    if (at === undefined) rest.push(path ? `${nameAt(path)}: ${detail}` : detail);
    else fields[at] = fields[at] === undefined ? detail : `${fields[at]} ${detail}`;
  }
  return { fields, rest: rest.length > 0 ? rest.join(' ') : undefined };
}

/** `options.0.label` → "Label", for an error without an input. */
function nameAt(path: string): string {
  const name = (path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? path).replaceAll('_', ' ');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

function nearest(path: string, has: (path: string) => boolean): string | undefined {
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const candidate = parts.slice(0, length).join('.');
    if (has(candidate)) return candidate;
  }
  return undefined;
}
