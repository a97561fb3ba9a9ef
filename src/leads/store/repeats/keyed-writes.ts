/** Single writes under idempotency keys that come together. They share a transaction, and the statements of `kept-answers`. */
import type { Grant } from '../../../access/grant.ts';
import { sizeOfWrite, type Write, writeBatch } from '../batch.ts';
import type { WriteOutcome } from '../outcome.ts';
import { shareStatements } from '../shared-statements.ts';
import type { LeadDatabase, LeadTransaction } from '../tables.ts';
import {
  type Claimed,
  claimRepeats,
  type KeptAnswer,
  keepAnswers,
  nameOf,
  type RepeatKey,
  type StoredAnswer,
} from './kept-answers.ts';

/** The answer that a request made of its write. `kept`: the answer to keep under the key; `undefined`: nothing was written, so nothing is kept. */
export interface Kept {
  readonly kept: StoredAnswer | undefined;
}

/** The write was not claimed: see {@link Claimed}. */
export type Unclaimed = Exclude<Claimed, 'claimed'>;

interface KeyedWrite {
  readonly repeat: RepeatKey;
  readonly write: Write;
  /** Gives the request its outcome, once, and returns its answer. Rejects if the write was refused. */
  answer(outcome: WriteOutcome): Promise<Kept>;
  /** Runs the request from its beginning, in a transaction of its own. */
  alone(): Promise<Kept | Unclaimed>;
}

interface KeyedRequest<T extends Kept> {
  readonly repeat: RepeatKey;
  /** Makes one write, and answers its outcome. */
  run(write: (write: Write) => Promise<WriteOutcome>): Promise<T>;
  alone(): Promise<T | Unclaimed>;
}

/**
 * Runs a request that makes one write under its key. Requests that come together share a transaction, and are answered when it is
 * committed. If it fails, they run again, from their beginning: a handler never gets two outcomes.
 */
export async function runKeyed<T extends Kept>(
  db: LeadDatabase,
  grant: Grant,
  { repeat, run, alone }: KeyedRequest<T>,
): Promise<T | Unclaimed> {
  const begun = await untilWrite(run);
  if ('kept' in begun) return begun;
  const ended = await writeKeyed(db, grant, { repeat, alone, ...begun });
  if (ended.status === 'rejected') throw ended.reason;
  // Both ways end with the answer of this request's `run`.
  return ended.value as T | Unclaimed;
}

/** Runs a request up to its write, or to its end if it makes no write. */
function untilWrite<T extends Kept>(run: KeyedRequest<T>['run']): Promise<T | Pick<KeyedWrite, 'write' | 'answer'>> {
  return new Promise((resolve, reject) => {
    const made = run(
      (write) =>
        new Promise((deliver) => {
          const answer = (outcome: WriteOutcome) => {
            deliver(outcome);
            return made;
          };
          resolve({ write, answer });
        }),
    );
    // Does nothing after a write: the end of the request then belongs to its transaction.
    made.then(resolve, reject);
  });
}

/** A refusal is an end like any other. It is sent after the commit, because another write of the transaction may be its reason. */
type Ended = PromiseSettledResult<Kept | Unclaimed>;

const writeKeyed = shareStatements<KeyedWrite, Ended>({
  alone: async (_db, _grant, { alone }) => ({ status: 'fulfilled', value: await alone() }),
  together: (db, grant, requests) => db.transaction().execute((trx) => writeClaimed(trx, grant, requests)),
  waits: true,
  nameOf: ({ repeat }) => nameOf(repeat),
  sizeOf: ({ write }) => sizeOfWrite(write),
});

/** Claims all keys, makes all writes, has them answered, and keeps the answers. It waits for each lock only for a moment. */
async function writeClaimed(
  trx: LeadTransaction,
  grant: Grant,
  requests: readonly KeyedWrite[],
): Promise<readonly Ended[]> {
  const repeats = requests.map(({ repeat }) => repeat);
  const isClaimed = await claimRepeats(trx, grant, repeats, 100);
  const claimed = requests.filter((_, i) => isClaimed[i]);
  const writes = claimed.map(({ write }) => write);
  // No erasure, so there is no other outcome.
  const outcomes = (await writeBatch(trx, grant, writes, { anyOrder: true })) as readonly WriteOutcome[];
  const ends = await Promise.allSettled(claimed.map(({ answer }, i) => answer(outcomes[i] as WriteOutcome)));
  const [kept, free]: [KeptAnswer[], RepeatKey[]] = [[], []];
  for (const [i, { repeat }] of claimed.entries()) {
    const [{ lead }, end] = [outcomes[i] as WriteOutcome, ends[i] as PromiseSettledResult<Kept>];
    const answer = end.status === 'fulfilled' ? end.value.kept : undefined;
    if (answer) kept.push({ repeat, answer, leads: lead ? [lead.id] : [] });
    else if (!lead) free.push(repeat);
    // Its write must not stay. All run again alone.
    else throw new Error('a write was made, but not answered', { cause: end });
  }
  await keepAnswers(trx, grant, kept, free);
  const endOf = new Map(claimed.map((request, i) => [request, ends[i] as Ended]));
  return requests.map((request) => endOf.get(request) ?? { status: 'fulfilled', value: 'done' });
}
