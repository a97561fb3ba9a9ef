/**
 * Sends requests. A request that changes something fails after 30 seconds without an answer, so that no form waits for
 * ever. A request without an answer throws {@link Unreached}, which says what is known about the change.
 */
const patienceMs = 30_000;

/** `away`: the browser has no network. `lost`: the connection failed. `slow`: no answer in time. */
export type Failure = 'away' | 'lost' | 'slow';

const ofReading: Readonly<Record<Failure, string>> = {
  away: 'You are offline. Connect to the network and try again.',
  lost: 'The server cannot be reached. Check the connection and try again.',
  slow: 'The server did not answer in time. Try again.',
};

const ofChanging: Readonly<Record<Failure, string>> = {
  away: 'You are offline, so nothing was sent. Connect to the network and try again.',
  lost: 'The server cannot be reached. If the connection broke while this was being sent, it may have been saved: check before you try again.',
  slow: `The server did not answer within ${patienceMs / 1000} seconds. It may still have been saved: check before you try again.`,
};

/** Thrown when a request gets no answer. */
export class Unreached extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, changes: boolean) {
    super((changes ? ofChanging : ofReading)[failure]);
    this.name = 'Unreached';
    this.failure = failure;
  }
}

/** Like `fetch`. Throws {@link Unreached}. The caller's own abort is thrown unchanged. */
export async function reach(request: Request): Promise<Response> {
  const changes = request.method !== 'GET' && request.method !== 'HEAD';
  const end = AbortSignal.timeout(patienceMs);
  // Tests compile this file with the server's types, which do not know this member.
  const wasAway = (navigator as { readonly onLine?: boolean }).onLine === false;
  try {
    return await fetch(changes ? new Request(request, { signal: AbortSignal.any([request.signal, end]) }) : request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw new Unreached(changes && end.aborted ? 'slow' : wasAway ? 'away' : 'lost', changes);
  }
}
