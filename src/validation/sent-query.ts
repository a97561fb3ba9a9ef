/**
 * The query of a request, decoded like a form (WHATWG URL, 5.1). A broken percent-encoding is an error that names its
 * parameter (RFC 3986, 2.5): if it were ignored, a search for `M%F8ller` would silently find other leads, or no leads.
 */
import type { Request } from 'express';
import type { InputError } from '../problem/problem.ts';
import { cut } from './error-phrases.ts';

/** Each parameter with its value, or with its values if it was repeated. */
export type SentValues = Record<string, string | string[]>;

export interface SentQuery {
  readonly values: SentValues;
  /** Parameters that cannot be decoded; they are not in `values`. */
  readonly errors: readonly InputError[];
}

export function sentQuery({ url }: Pick<Request, 'url'>): SentQuery {
  const at = url.indexOf('?');
  // Without a prototype: a parameter may be called `__proto__`, and must be refused like any other unknown parameter.
  const values: SentValues = Object.create(null);
  const errors: InputError[] = [];
  if (at < 0) return { values, errors };
  for (const pair of url.slice(at + 1).split('&')) {
    if (pair === '') continue;
    const [rawName, rawValue] = halvesOf(pair);
    const name = decoded(rawName);
    const value = decoded(rawValue);
    if (name === undefined || value === undefined) errors.push(brokenEncoding(cut(name ?? rawName)));
    else add(values, name, value);
  }
  return { values, errors };
}

function add(values: SentValues, name: string, value: string): void {
  const before = values[name];
  if (before === undefined) values[name] = value;
  else if (typeof before === 'string') values[name] = [before, value];
  // Appended instead of copied, because one name may come a thousand times.
  else before.push(value);
}

function halvesOf(pair: string): readonly [name: string, value: string] {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
}

/** `undefined` if the text is not percent-encoded UTF-8. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

const brokenEncoding = (parameter: string): InputError => ({
  parameter,
  code: 'format',
  detail: `\`${parameter}\` has a percent-encoding that is broken or not UTF-8. Write a percent sign as \`%25\`.`,
});
