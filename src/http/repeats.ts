/**
 * `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header): a repeat gets the first answer. Requests under one key
 * take turns in a process, so that a crowd of repeats holds no connections; between processes the record is the lock.
 */
import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type { Remembered, RepeatKey, StoredAnswer } from '../leads/store/repeats.ts';
import type { LeadStore } from '../leads/store/store.ts';
import type { AnyAnswer } from '../operation/handler.ts';
import { type Problem, refuse } from '../problem/problem.ts';

/** How long a repeat waits for the first request, in milliseconds. */
const patience = 5_000;

/** Visible ASCII, as a structured field's string (RFC 9651, 3.3.3) or as it is. */
const form = /^(?:"([!#-~]{1,255})"|([!#-~]{1,255}))$/;

/** `undefined` without the header. `actor`: whose key it is, a token or a member. Throws 400 `invalid_header`. */
export function readRepeatKey(req: Request, actor: string | null, body: Buffer | undefined): RepeatKey | undefined {
  const header = req.get('Idempotency-Key');
  if (header === undefined || actor === null) return undefined;
  const found = form.exec(header.trim());
  if (!found) {
    const detail = '`Idempotency-Key` must be 1 to 255 visible ASCII characters, such as a UUID.';
    throw refuse('invalid_header', detail, { errors: [{ parameter: 'Idempotency-Key', code: 'format', detail }] });
  }
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
  /**
   * The answer under the key, or that of `begin`, which judges the request and gives what carries it out. Throws 409
   * `idempotency_in_progress`, 410 `lead_erased`, 422 `idempotency_key_reused`.
   */
  answer(repeat: RepeatKey, store: LeadStore, begin: () => Promise<Perform>): Promise<AnyAnswer>;
}

export type Perform = (store: LeadStore) => Promise<AnyAnswer>;

export function createRepeats(): Repeats {
  const turns = new Map<string, Promise<void>>();
  return {
    async answer(repeat, store, begin) {
      const leave = await takeTurn(turns, `${repeat.token} ${repeat.key.toString('hex')}`);
      try {
        for (;;) {
          const known = await store.recall(repeat);
          if (known) return replayed(known);
          const perform = await begin();
          const done = await store.once(repeat, patience, async (within) => {
            const answer = await perform(within);
            return { answer, kept: keptOf(answer) };
          });
          if (done === 'running') throw inProgress();
          if (done !== 'done') return done.answer;
        }
      } finally {
        leave();
      }
    },
  };
}

/** Waits for those who came before, and gives what ends the turn. */
async function takeTurn(turns: Map<string, Promise<void>>, key: string): Promise<() => void> {
  const until = Date.now() + patience;
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

/** Only what was written is kept; a refusal never gets here. */
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

function replayed(known: Remembered): AnyAnswer {
  if ('reused' in known) {
    throw refuse(
      'idempotency_key_reused',
      'This `Idempotency-Key` was used for another request; use a new one for each write.',
    );
  }
  if ('erased' in known) {
    throw refuse('lead_erased', 'The write was carried out; a lead in its answer has been erased since.', {
      extensions: { lead_id: known.erased },
    });
  }
  const { status, headers, body } = known.answer;
  return { status, headers: { ...headers, 'Idempotency-Replayed': 'true' }, ...(body !== undefined && { body }) };
}

const inProgress = (): Problem =>
  refuse('idempotency_in_progress', 'The first request under this `Idempotency-Key` is still being carried out.', {
    headers: { 'Retry-After': '1' },
  });
