/** The lead store of one request, bound to its grant. Handlers reach leads only through it, so they cannot forget the grant. */
import type { Grant } from '../../access/grant.ts';
import type { DuplicateRule } from '../../campaign/definition.ts';
import type { Database, DatabaseTransaction } from '../../database/connection.ts';
import { type Upsert, type Write, type WriteItem, writeBatch, writeOne } from './batch.ts';
import { type Count, countMatching } from './counts.ts';
import { inRehearsal, isRehearsal, markWrites, takeBack } from './dry-run.ts';
import { wouldRefuse } from './duplicates.ts';
import { type Erasure, eraseLead } from './erase-leads.ts';
import { changedPaths } from './events.ts';
import { type ExportPart, type ExportQuery, readExportPart } from './export-part.ts';
import { confirmGrant } from './guard.ts';
import type { NewLead } from './insert-leads.ts';
import { type Changes, type ChangesQuery, leadChanges } from './lead-changes.ts';
import { type HistoryEvent, type HistoryQuery, leadHistory } from './lead-history.ts';
import type { Erased, ItemOutcome, Refused, WriteOutcome, Written, WrittenLead } from './outcome.ts';
import { type OwnRequest, ownRequests, type RequestsQuery } from './own-requests.ts';
import type { LeadPatch } from './patch-leads.ts';
import { type ListQuery, type Page, readLead, readPage } from './read-leads.ts';
import { claimRepeat, keepAnswers, type Remembered, type RepeatKey, recall } from './repeats/kept-answers.ts';
import { type Kept, runKeyed, type Unclaimed } from './repeats/keyed-writes.ts';
import type { Narrowing } from './scope.ts';
import { shareStatements } from './shared-statements.ts';
import { type LeadDatabase, withLeads } from './tables.ts';
import { inTransaction, inTrial } from './transaction.ts';

export interface LeadStore {
  list(query: ListQuery): Promise<Page>;
  count(narrowing: Narrowing): Promise<Count>;
  get(id: string): Promise<WrittenLead | undefined>;
  history(id: string, query: HistoryQuery): Promise<{ events: readonly HistoryEvent[]; more: boolean } | undefined>;
  changes(query: ChangesQuery): Promise<Changes>;
  /** The requests of the grant's own token. */
  requests(query: RequestsQuery): Promise<{ requests: readonly OwnRequest[]; more: boolean }>;
  export(query: ExportQuery): Promise<ExportPart>;
  create(lead: NewLead): Promise<WriteOutcome>;
  update(id: string, patch: LeadPatch): Promise<WriteOutcome>;
  upsert(upsert: Upsert): Promise<WriteOutcome>;
  delete(erasure: Erasure): Promise<Erased | Refused>;
  write(items: readonly WriteItem[]): Promise<readonly ItemOutcome[]>;
  /** Whether an announced duplicate check would refuse one of these new leads. Never throws `StaleGrant`. */
  wouldRefuse(rule: DuplicateRule, leads: readonly NewLead[]): Promise<boolean>;
  /** Writes everything that `run` writes, or nothing if it throws. */
  whole<T>(run: (store: LeadStore) => Promise<T>): Promise<T>;
  /** Runs `run` and takes back everything that it writes. */
  rehearse<T>(run: (store: LeadStore) => Promise<T>): Promise<T>;
  /** Within `whole` or `rehearse`: takes back the writes, and returns the leads as a dry run shows them. */
  takeBack(written: readonly Written[]): Promise<readonly Written[]>;
  recall(repeat: RepeatKey): Promise<Remembered | undefined>;
  /** Runs `run` under an idempotency key, unless another process has done so, or is doing so for longer than `longestWait`. */
  once<T extends Kept>(
    repeat: RepeatKey,
    options: OnceOptions,
    run: (store: LeadStore) => Promise<T>,
  ): Promise<T | Unclaimed>;
  /** Runs the guard alone, unless a statement of this store has already passed it. */
  confirm(): Promise<void>;
}

/** How long a request that comes to its key late still waits for it, in milliseconds. */
const shortestWait = 100;

export interface OnceOptions {
  /** Milliseconds, from now on. */
  readonly longestWait: number;
  /** Whether `run` asks its store for one `create`, `update` or `upsert`, and for nothing else. Then it may share a transaction. */
  readonly shares: boolean;
}

/** The state that the stores of one request share: whether the guard was passed, and which leads were written and erased. */
interface SharedState {
  readonly witness?: Witness | undefined;
  passed: boolean;
  readonly written: Set<string>;
  readonly erased: Set<string>;
}

/** A single write: its kind, its lead, and the paths that it changed. */
export interface LeadAct {
  readonly verb: 'create' | 'update' | 'delete';
  readonly lead: string;
  readonly changed?: readonly string[];
}

/** Called for each single write, in the transaction of the write. If it throws, the write is undone. Not called in a rehearsal. */
export type Witness = (trx: DatabaseTransaction, act: LeadAct) => Promise<void>;

/** Every method may throw `StaleGrant`: the request is then repeated under a grant that is read again. */
export function bindLeadStore(db: Database, grant: Grant, witness?: Witness): LeadStore {
  return bind(withLeads(db), grant, { witness, passed: false, written: new Set(), erased: new Set() });
}

function bind(leads: LeadDatabase, grant: Grant, state: SharedState): LeadStore {
  const noteGuard = async <T>(answer: Promise<T>): Promise<T> => {
    const result = await answer;
    state.passed = true;
    return result;
  };
  const recorded = async <T extends ItemOutcome>(answer: Promise<T>): Promise<T> => {
    const outcome = await noteGuard(answer);
    recordOutcome(state, outcome);
    return outcome;
  };
  const within = (trx: LeadDatabase) => bind(trx, grant, state);
  const marked = async <T>(trx: LeadDatabase, run: (store: LeadStore) => Promise<T>): Promise<T> => {
    await markWrites(trx);
    return run(within(trx));
  };
  const witnessed = <T extends ItemOutcome>(run: (on: LeadDatabase) => Promise<T>): Promise<T> => {
    const { witness } = state;
    if (!witness || isRehearsal(leads)) return run(leads);
    return inTransaction(leads, async (trx) => {
      const outcome = await run(trx);
      // The witness can reach only the configuration.
      const narrowed = trx as unknown as DatabaseTransaction;
      const act = await actOf(narrowed, grant, outcome);
      if (act) await witness(narrowed, act);
      return outcome;
    });
  };
  return {
    list: (query) => noteGuard(readPage(leads, grant, query)),
    count: (narrowing) => noteGuard(countMatching(leads, grant, narrowing)),
    get: (id) => noteGuard(readLead(leads, grant, id)).then((lead) => lead ?? undefined),
    history: (id, query) => noteGuard(leadHistory(leads, grant, id, query)),
    changes: (query) => noteGuard(leadChanges(leads, grant, query)),
    requests: (query) => noteGuard(ownRequests(leads, grant, query)),
    export: (query) => noteGuard(readExportPart(leads, grant, query)),
    create: (lead) => recorded(witnessed((on) => writeOne(on, grant, { create: lead }))),
    update: (id, patch) => recorded(witnessed((on) => writeOne(on, grant, { update: { ...patch, id } }))),
    upsert: (upsert) => recorded(witnessed((on) => writeOne(on, grant, { upsert }))),
    delete: (erasure) => recorded(witnessed((on) => eraseLead(on, grant, erasure))),
    async write(items) {
      if (items.length === 0) return [];
      const outcomes = await noteGuard(writeBatch(leads, grant, items));
      for (const outcome of outcomes) recordOutcome(state, outcome);
      return outcomes;
    },
    wouldRefuse: (rule, created) => wouldRefuse(leads, grant, rule, created),
    whole: (run) => inTransaction(leads, (trx) => marked(trx, run)),
    rehearse: (run) => inRehearsal(leads, (trx) => marked(trx, run)),
    takeBack: (written) => takeBack(leads, grant, written),
    recall: (repeat) => noteGuard(recall(leads, grant, repeat)),
    once<T extends Kept>(repeat: RepeatKey, options: OnceOptions, run: (within: LeadStore) => Promise<T>) {
      const until = Date.now() + options.longestWait;
      const alone = () =>
        inTrial<T | Unclaimed>(leads, async (trx) => {
          const claimed = await noteGuard(claimRepeat(trx, grant, repeat, Math.max(until - Date.now(), shortestWait)));
          if (claimed !== 'claimed') return { result: claimed, stays: false };
          const [written, erased] = [new Set<string>(), new Set<string>()];
          const result = await run(bind(trx, grant, { ...state, written, erased }));
          if (!result.kept) return { result, stays: false };
          const gone = [...written].find((id) => erased.has(id));
          await keepAnswers(trx, grant, [{ repeat, answer: result.kept, leads: [...written], erased: gone }]);
          return { result, stays: true };
        });
      // A witness needs the transaction of its own write.
      if (!options.shares || state.witness) return alone();
      const runWith = (write: (write: Write) => Promise<WriteOutcome>) =>
        run({
          ...within(leads),
          create: (lead) => recorded(write({ create: lead })),
          update: (id, patch) => recorded(write({ update: { ...patch, id } })),
          upsert: (upsert) => recorded(write({ upsert })),
        });
      return runKeyed(leads, grant, { repeat, run: runWith, alone });
    },
    async confirm() {
      if (!state.passed) await noteGuard(confirmShared(leads, grant, null));
    },
  };
}

/** Requests that are refused at the same time share the statement that confirms their grant. */
const confirmShared = shareStatements<null, null>({
  alone: (db, grant) => confirmGrant(db, grant).then(() => null),
  together: (db, grant, items) => confirmGrant(db, grant).then(() => items),
});

async function actOf(trx: DatabaseTransaction, grant: Grant, outcome: ItemOutcome): Promise<LeadAct | undefined> {
  if ('erased' in outcome) return { verb: 'delete', lead: outcome.erased };
  if (outcome.refused || outcome.effect === 'nothing') return undefined;
  const { effect, lead } = outcome;
  if (effect === 'create') return { verb: 'create', lead: lead.id };
  return { verb: 'update', lead: lead.id, changed: await changedPaths(trx, grant.campaign.id, lead) };
}

function recordOutcome(state: SharedState, outcome: ItemOutcome): void {
  if ('erased' in outcome) state.erased.add(outcome.erased);
  else if (outcome.lead) state.written.add(outcome.lead.id);
}
