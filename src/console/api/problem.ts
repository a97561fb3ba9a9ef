/** A problem (RFC 9457) as the server told it, thrown by whatever asked; a form shows its `errors` at their fields. */
import type { components } from '../../generated/manage.ts';
import { problemWords } from './problem-words.ts';
import { Unreached } from './reach.ts';

export type InputError = components['schemas']['InputError'];

/** Thrown for an answer that refuses. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: readonly InputError[];
  readonly requestId: string | undefined;
  /** Members that only some problems have, such as `used_by`. */
  readonly more: Readonly<Record<string, unknown>>;

  /** `words`: what to say in place of what is usually said of such a problem. */
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

/** What to say of anything that was thrown. */
export function messageOf(error: unknown): string {
  if (error instanceof Problem || error instanceof Unreached) return error.message;
  return 'The answer could not be read: it may not have come from Leadspec. Reload the page to see what is saved.';
}

/** The problem that an answer is. */
export const problemOf = (status: number, body: unknown, words?: string): Problem =>
  new Problem(status, body as Partial<components['schemas']['Problem']> | undefined, words);
