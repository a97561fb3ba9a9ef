/** A refusal as a typed value (RFC 9457). Problems are made here, thrown once, and rendered once, in `http/problem.ts`. */
import { type ProblemCode, problemKinds } from './codes.ts';
import type { InputCode } from './input-codes.ts';
import type { ProblemMembers } from './members.ts';

/** One mistake in the input. It has either a `pointer` (RFC 6901, into the body) or a `parameter`. */
export interface InputError {
  readonly pointer?: string;
  readonly parameter?: string;
  readonly code: InputCode;
  readonly detail: string;
  /** The accepted values, if they are few. */
  readonly allowed?: readonly unknown[];
}

export interface ProblemOptions {
  readonly errors?: readonly InputError[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Extra members, such as `used_by`: those that `members.ts` lists for the code. */
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly errors: readonly InputError[] | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(code: ProblemCode, detail: string, options: ProblemOptions = {}) {
    super(detail, { cause: options.cause });
    this.name = 'Problem';
    this.code = code;
    this.status = problemKinds[code].status;
    this.errors = options.errors;
    this.headers = options.headers ?? {};
    this.extensions = options.extensions ?? {};
  }
}

/** Makes a problem to throw: `refuse('not_found', 'There is no such lead.')`. */
export function refuse<Code extends ProblemCode>(
  code: Code,
  detail: string,
  options?: ProblemOptions & { readonly extensions?: ProblemMembers<Code> },
): Problem {
  return new Problem(code, detail, options);
}

/** The largest number of errors in one response, and the largest number of their characters. */
export const mostErrors = 100;
const longestErrors = 20_000;

/**
 * Many wrong values as one 422: `detail` counts them, and `errors` lists as many as fit into `longest` characters, but at
 * least one.
 */
export function refuseInput(
  code: 'invalid_lead' | 'invalid_request' | 'invalid_parameter' | 'invalid_header',
  errors: readonly InputError[],
  longest = longestErrors,
): Problem {
  const listed = withinRoom(errors, longest);
  const [only] = errors;
  return new Problem(code, errors.length === 1 && only ? only.detail : countOf(errors, listed), { errors: listed });
}

function withinRoom(errors: readonly InputError[], longest: number): readonly InputError[] {
  let room = longest;
  const first = errors.slice(0, mostErrors);
  const end = first.findIndex((error, i) => {
    room -= JSON.stringify(error).length;
    return room < 0 && i > 0;
  });
  return end < 0 ? first : first.slice(0, end);
}

function countOf(errors: readonly InputError[], listed: readonly InputError[]): string {
  if (errors.length === listed.length && listed.length < mostErrors)
    return `${listed.length} values are wrong; each is listed in \`errors\`.`;
  return `At least ${errors.length} values are wrong; ${listed.length} are listed in \`errors\`.`;
}

/** The same answer for a thing that is missing and for one that is hidden, so that nobody can tell them apart. */
export function notFound(thing: Thing = 'thing'): Problem {
  return new Problem('not_found', `There is no such ${thing}.`);
}

/** The same, with the name from the address: `notFoundByName('field', 'zip')`. */
export function notFoundByName(thing: Thing, name: string): Problem {
  return new Problem('not_found', `There is no ${thing} \`${name}\`.`);
}

type Thing =
  | 'lead'
  | 'campaign'
  | 'page'
  | 'revision'
  | 'field'
  | 'select'
  | 'option'
  | 'status'
  | 'filter'
  | 'token'
  | 'member'
  | 'invitation'
  | 'session'
  | 'logo'
  | 'announced change'
  | 'thing';
