/**
 * `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header): a repeat gets the response of the first request. In one
 * process, requests with the same key take turns, so that many repeats hold no connections. Between processes, the record is
 * the lock.
 */
import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type { LeadTags } from '../../leads/lead-tag.ts';
import type { Remembered, RepeatKey, StoredAnswer } from '../../leads/store/repeats/kept-answers.ts';
import type { LeadStore } from '../../leads/store/store.ts';
import type { AnyAnswer } from '../../operation/handler.ts';
import { notFound, type Problem, refuse } from '../../problem/problem.ts';

/** How long a repeat waits for the first request, in milliseconds. */
const longestWait = 5_000;

/** Visible ASCII, as a structured field's string (RFC 9651, 3.3.3) or without quotes. */
const form = /^(?:"([!#-~]{1,255})"|([!#-~]{1,255}))$/;

/**
 * `undefined` if there is no header, or a malformed one: the document states its form, so validation reports it with the
 * request's other errors. `actor`: the token or member to whom the key belongs.
 */
export function readRepeatKey(req: Request, actor: string | null, body: Buffer | undefined): RepeatKey | undefined {
  const header = req.get('Idempotency-Key');
  if (header === undefined || actor === null) return undefined;
  const found = form.exec(header.trim());
  if (!found) return undefined;
  const request = createHash('sha256')
    .update(`${req.method} ${req.originalUrl}\n`)
    .update(body ?? '');
  return {
    token: actor,
    key: createHash('sha256')
      .update(found[1] ?? found[2] ?? '')
      .digest(),
    fingerprint: request.digest(),
  };
}

export interface Repeats {
  /** Waits until no other request of this process holds the key. Throws 409 `idempotency_in_progress` after five seconds. */
  enter(repeat: RepeatKey): Promise<HeldKey>;
}

/** The key, while one request of this process holds it. */
export interface HeldKey {
  /** The answer that is stored under the key. Throws 410 `lead_erased` and 422 `idempotency_key_reused`. */
  recall(store: LeadStore, rendering: Rendering): Promise<AnyAnswer | undefined>;
  /**
   * Performs the write and stores its answer. If another process has performed it in the meantime, returns that process's
   * answer. Throws as `recall` does, and 409 `idempotency_in_progress`. `shares`: see `sharesWrite`.
   */
  once(store: LeadStore, perform: Perform, rendering: Rendering, shares: boolean): Promise<AnyAnswer>;
  leave(): void;
}

/** The parts that make a stored answer again from its leads. */
export interface Rendering {
  /** Renders a problem as the client sees it, in the result of an item. */
  readonly render: (problem: Problem) => Readonly<Record<string, unknown>>;
  readonly tags: LeadTags;
}

export type Perform = (store: LeadStore) => Promise<AnyAnswer>;

export function createRepeats(): Repeats {
  const turns = new Map<string, Promise<void>>();
  return {
    async enter(repeat) {
      const leave = await takeTurn(turns, `${repeat.token} ${repeat.key.toString('hex')}`);
      const recall = async (store: LeadStore, rendering: Rendering) => {
        const known = await store.recall(repeat);
        return known && replayed(known, store, rendering);
      };
      return {
        recall,
        async once(store, perform, rendering, shares) {
          for (;;) {
            const done = await store.once(repeat, { longestWait, shares }, async (within) => {
              const answer = await perform(within);
              return { answer, kept: keptOf(answer) };
            });
            if (done === 'running') throw inProgress();
            if (done !== 'done') return done.answer;
            const kept = await recall(store, rendering);
            if (kept) return kept;
          }
        },
        leave,
      };
    },
  };
}

/** Waits for earlier requests with the key. Returns the function that ends the turn. */
async function takeTurn(turns: Map<string, Promise<void>>, key: string): Promise<() => void> {
  const until = Date.now() + longestWait;
  for (let before = turns.get(key); before; before = turns.get(key)) {
    if (!(await settles(before, until - Date.now()))) throw inProgress();
  }
  let leave = () => {};
  turns.set(
    key,
    new Promise((resolve) => {
      leave = () => {
        turns.delete(key);
        resolve();
      };
    }),
  );
  return leave;
}

async function settles(turn: Promise<void>, within: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, Math.max(within, 0), false);
  });
  return Promise.race([turn.then(() => true), late]).finally(() => clearTimeout(timer));
}

/** Only successful writes are stored; refusals never get here. */
function keptOf({ status, headers, body, keep }: AnyAnswer): StoredAnswer | undefined {
  if (keep === false) return undefined;
  const texts = Object.entries(headers ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return {
    status,
    headers: Object.fromEntries(texts),
    body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
  };
}

async function replayed(known: Remembered, store: LeadStore, rendering: Rendering): Promise<AnyAnswer> {
  if ('reused' in known) {
    throw refuse(
      'idempotency_key_reused',
      'This `Idempotency-Key` was used for another request; use a new one for each write.',
    );
  }
  if ('erased' in known) {
    throw refuse('lead_erased', 'The write was made, but a lead in its response was deleted later.', {
      extensions: { lead_id: known.erased },
    });
  }
  const { status, headers, body } = known.outdated ? await asSeenNow(known.answer, store, rendering) : known.answer;
  return { status, headers: { ...headers, 'Idempotency-Replayed': 'true' }, ...(body !== undefined && { body }) };
}

/**
 * The stored answer, with its leads as the token sees them now. Throws 404 if the lead is no longer visible; in a batch, the
 * result of that item says so. Writes nothing.
 */
async function asSeenNow(answer: StoredAnswer, store: LeadStore, { render, tags }: Rendering): Promise<StoredAnswer> {
  if (answer.body === undefined) return answer;
  const body = JSON.parse(answer.body) as {
    id?: string;
    results?: readonly { status: number; lead?: { id: string } }[];
  };
  if (body.results) {
    const results: string[] = [];
    // One after the other: a batch has up to a thousand leads, but this request has one share of the connections.
    for (const result of body.results) {
      const lead = result.lead && (await store.get(result.lead.id));
      if (lead) results.push(`{"status":${result.status},"lead":${lead.json}}`);
      else if (result.lead) results.push(JSON.stringify({ status: 404, problem: render(notFound('lead')) }));
      else results.push(JSON.stringify(result));
    }
    return { ...answer, body: `{"results":[${results.join(',')}]}` };
  }
  const lead = body.id === undefined ? undefined : await store.get(body.id);
  if (!lead) throw notFound('lead');
  return { ...answer, headers: { ...answer.headers, ETag: tags.of(lead.version) }, body: lead.json };
}

const inProgress = (): Problem =>
  refuse('idempotency_in_progress', 'The first request with this `Idempotency-Key` is still running.', {
    headers: { 'Retry-After': '1' },
  });
