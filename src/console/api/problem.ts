/** A problem (RFC 9457) as the server sent it. Requests throw it. A form shows its `errors` at the inputs. */
import type { components } from '../../generated/manage.ts';
import { problemWords } from './problem-words.ts';
import { Unreached } from './reach.ts';

export type InputError = components['schemas']['InputError'];

/** Thrown when the answer is a refusal. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: readonly InputError[];
  readonly requestId: string | undefined;
  /** Members that only some problems have, such as `used_by`. */
  readonly more: Readonly<Record<string, unknown>>;

  /** `words` replace the usual text of such a problem. */
  constructor(status: number, body: Partial<components['schemas']['Problem']> | undefined, words?: string) {
    super(
      words ?? problemWords[body?.code ?? ''] ?? body?.detail ?? body?.title ?? `The server answered with ${status}.`,
    );
    this.name = 'Problem';
    this.status = status;
    this.code = body?.code ?? 'unknown';
    this.errors = body?.errors ?? [];
    this.requestId = body?.instance;
    this.more = (body ?? {}) as Record<string, unknown>;
  }
}

/** The text for anything that was thrown. */
export function messageOf(error: unknown): string {
  if (error instanceof Problem || error instanceof Unreached) return error.message;
  return 'The answer could not be read: it may not have come from Leadspec. Reload the page to see what is saved.';
}

/** Makes a problem from an answer. */
export const problemOf = (status: number, body: unknown, words?: string): Problem =>
  new Problem(status, body as Partial<components['schemas']['Problem']> | undefined, words);
