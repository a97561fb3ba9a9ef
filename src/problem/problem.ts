/**
 * A refusal as a typed value (RFC 9457). It is made here, thrown once, and rendered once, in `http/problem.ts`.
 */
import { type ProblemCode, problemKinds } from './codes.ts';
import type { InputCode } from './input-codes.ts';
import type { ProblemMembers } from './members.ts';

/** One thing that is wrong with the input. It has either a `pointer` (RFC 6901, into the body) or a `parameter`. */
export interface InputError {
  readonly pointer?: string;
  readonly parameter?: string;
  readonly code: InputCode;
  readonly detail: string;
  /** The values that would be accepted, where they are few. */
  readonly allowed?: readonly unknown[];
}

export interface ProblemOptions {
  readonly errors?: readonly InputError[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Members beside the usual ones, such as `used_by`: those that `members.ts` gives to the code. */
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

/** `refuse('not_found', 'There is no such lead.')`: a problem to throw. */
export function refuse<Code extends ProblemCode>(
  code: Code,
  detail: string,
  options?: ProblemOptions & { readonly extensions?: ProblemMembers<Code> },
): Problem {
  return new Problem(code, detail, options);
}

/** More errors than this are not told, nor more characters of them. */
export const mostErrors = 100;
const longestErrors = 20_000;

/**
 * Many wrong values as one 422: `detail` counts them, `errors` names every one, as far as there is room. `longest`: in characters;
 * at least one is told.
 */
export function refuseInput(
  code: 'invalid_lead' | 'invalid_request' | 'invalid_parameter' | 'invalid_header',
  errors: readonly InputError[],
  longest = longestErrors,
): Problem {
  const told = withinRoom(errors, longest);
  const [only] = errors;
  return new Problem(code, errors.length === 1 && only ? only.detail : countOf(errors, told), { errors: told });
}

function withinRoom(errors: readonly InputError[], longest: number): readonly InputError[] {
  let room = longest;
  const some = errors.slice(0, mostErrors);
  const end = some.findIndex((error, i) => {
    room -= JSON.stringify(error).length;
    return room < 0 && i > 0;
  });
  return end < 0 ? some : some.slice(0, end);
}

function countOf(errors: readonly InputError[], told: readonly InputError[]): string {
  if (errors.length === told.length && told.length < mostErrors)
    return `${told.length} values are wrong; each is listed in \`errors\`.`;
  return `At least ${errors.length} values are wrong; ${told.length} are listed in \`errors\`.`;
}

/** The one answer to what is missing and to what is hidden: the two must not be told apart (02, 404). */
export function notFound(thing: Thing = 'thing'): Problem {
  return new Problem('not_found', `There is no such ${thing}.`);
}

/** The same where it was asked for by a name that people know: `noneCalled('field', 'zip')`. */
export function noneCalled(thing: Thing, name: string): Problem {
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
