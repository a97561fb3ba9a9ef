/** The lead store of one request, bound to its grant: a handler has nothing else to reach leads with, and cannot forget it. */
import type { Grant } from '../../access/grant.ts';
import type { DuplicateRule } from '../../campaign/definition.ts';
import type { Database, DatabaseTransaction } from '../../database/connection.ts';
import { inTurns } from '../../operation/turns.ts';
import { type WriteItem, writeBatch } from './batch.ts';
import { type Count, countMatching } from './counts.ts';
import { wouldRefuse } from './duplicates.ts';
import { type Erasure, eraseLead } from './erase-leads.ts';
import { changedPaths } from './events.ts';
import { type ExportPart, type ExportQuery, readExportPart } from './export-part.ts';
import { confirmGrant } from './guard.ts';
import { insertLead, type NewLead } from './insert-leads.ts';
import {
  type Claimed,
  claimRepeat,
  keepAnswer,
  type Remembered,
  type RepeatKey,
  recall,
  type StoredAnswer,
} from './kept-answers.ts';
import { type Changes, type ChangesQuery, leadChanges } from './lead-changes.ts';
import { type HistoryEvent, type HistoryQuery, leadHistory } from './lead-history.ts';
import { fieldsInOrder, pageInOrder } from './lead-json.ts';
import type { Erased, ItemOutcome, Refused, WriteOutcome, Written, WrittenLead } from './outcome.ts';
import { type OwnRequest, ownRequests, type RequestsQuery } from './own-requests.ts';
import { type LeadPatch, patchLead } from './patch-leads.ts';
import { type ListQuery, type Page, readLead, readPage } from './read-leads.ts';
import type { Narrowing } from './scope.ts';
import { type LeadDatabase, withLeads } from './tables.ts';
import { inRehearsal, inTransaction, inTrial, isRehearsal, markWrites, takeBack } from './transaction.ts';

export interface LeadStore {
  list(query: ListQuery): Promise<Page>;
  count(narrowing: Narrowing): Promise<Count>;
  get(id: string): Promise<WrittenLead | undefined>;
  history(id: string, query: HistoryQuery): Promise<{ events: readonly HistoryEvent[]; more: boolean } | undefined>;
  changes(query: ChangesQuery): Promise<Changes>;
  /** Of the grant's own token. */
  requests(query: RequestsQuery): Promise<{ requests: readonly OwnRequest[]; more: boolean }>;
  export(query: ExportQuery): Promise<ExportPart>;
  create(lead: NewLead): Promise<WriteOutcome>;
  update(id: string, patch: LeadPatch): Promise<WriteOutcome>;
  delete(deletion: Erasure): Promise<Erased | Refused>;
  write(items: readonly WriteItem[]): Promise<readonly ItemOutcome[]>;
  /** Whether an announced rule on duplicates would refuse one of these leads, which were just created. Never throws `StaleGrant`. */
  wouldRefuse(rule: DuplicateRule, leads: readonly NewLead[]): Promise<boolean>;
  /** All that `run` does, or, when it throws, nothing. */
  whole<T>(run: (store: LeadStore) => Promise<T>): Promise<T>;
  /** All that `run` does, and then none of it. */
  rehearse<T>(run: (store: LeadStore) => Promise<T>): Promise<T>;
  /** Within `whole` or `rehearse`: takes back what was written there, and gives the leads as a dry run shows them. */
  takeBack(written: readonly Written[]): Promise<readonly Written[]>;
  recall(repeat: RepeatKey): Promise<Remembered | undefined>;
  /** `run` under an idempotency key, unless another process has done it meanwhile or, for `patience` ms, is still at it. */
  once<T extends Kept>(
    repeat: RepeatKey,
    patience: number,
    run: (store: LeadStore) => Promise<T>,
  ): Promise<T | Exclude<Claimed, 'claimed'>>;
  /** Runs the guard by itself, unless a statement of this store has passed it already. */
  confirm(): Promise<void>;
}

/** What an answer leaves behind under its key; `undefined`: nothing was written, and nothing is to be remembered. */
export interface Kept {
  readonly kept: StoredAnswer | undefined;
}

/** What the stores of one request share: whether the guard was passed, and which leads were written and erased. */
interface Session {
  readonly witness?: Witness | undefined;
  passed: boolean;
  readonly written: Set<string>;
  readonly erased: Set<string>;
}

/** A single write that was made: by what, to which lead, and what it changed, by path. */
export interface LeadAct {
  readonly verb: 'create' | 'update' | 'delete';
  readonly lead: string;
  readonly changed?: readonly string[];
}

/** Told of each single write within its transaction. What it throws undoes the write. Never told of a rehearsal. */
export type Witness = (trx: DatabaseTransaction, act: LeadAct) => Promise<void>;

/** Every method may throw `StaleGrant`: the request is then run anew under a grant that is read again. */
export function bindLeadStore(db: Database, grant: Grant, witness?: Witness): LeadStore {
  return bind(withLeads(db), grant, { witness, passed: false, written: new Set(), erased: new Set() });
}

function bind(leads: LeadDatabase, grant: Grant, session: Session): LeadStore {
  const noted = async <T>(answer: Promise<T>): Promise<T> => {
    const result = await answer;
    session.passed = true;
    return result;
  };
  const ordered = <Text extends string>(text: Text) => fieldsInOrder(grant.campaign, text) as Text;
  const inOrder = <Outcome extends ItemOutcome>(outcome: Outcome): Outcome =>
    outcome.lead ? { ...outcome, lead: { ...outcome.lead, json: ordered(outcome.lead.json) } } : outcome;
  const logged = async <T extends ItemOutcome>(answer: Promise<T>): Promise<T> => {
    const outcome = inOrder(await noted(answer));
    log(session, outcome);
    return outcome;
  };
  const within = (trx: LeadDatabase) => bind(trx, grant, session);
  const marked = async <T>(trx: LeadDatabase, run: (store: LeadStore) => Promise<T>): Promise<T> => {
    await markWrites(trx);
    return run(within(trx));
  };
  const witnessed = <T extends ItemOutcome>(run: (on: LeadDatabase) => Promise<T>): Promise<T> => {
    const { witness } = session;
    if (!witness || isRehearsal(leads)) return run(leads);
    return inTransaction(leads, async (trx) => {
      const outcome = await run(trx);
      // The witness sees the configuration alone.
      const seen = trx as unknown as DatabaseTransaction;
      const act = await actOf(seen, grant, outcome);
      if (act) await witness(seen, act);
      return outcome;
    });
  };
  return {
    async list(query) {
      const page = await noted(readPage(leads, grant, query));
      return { ...page, data: await pageInOrder(grant.campaign, page.data) };
    },
    count: (narrowing) => noted(countMatching(leads, grant, narrowing)),
    get: (id) => noted(readLead(leads, grant, id)).then((lead) => lead && { ...lead, json: ordered(lead.json) }),
    history: (id, query) => noted(leadHistory(leads, grant, id, query)),
    async changes(query) {
      const changes = await noted(leadChanges(leads, grant, query));
      return { ...changes, data: await pageInOrder(grant.campaign, changes.data) };
    },
    requests: (query) => noted(ownRequests(leads, grant, query)),
    async export(query) {
      const part = await noted(readExportPart(leads, grant, query));
      return query.format === 'csv' ? part : { ...part, text: await pageInOrder(grant.campaign, part.text) };
    },
    create: (lead) => logged(witnessed((on) => insertLead(on, grant, lead))),
    update: (id, patch) => logged(witnessed((on) => patchLead(on, grant, id, patch))),
    delete: (deletion) => logged(witnessed((on) => eraseLead(on, grant, deletion))),
    async write(items) {
      if (items.length === 0) return [];
      const outcomes = await inTurns(await noted(writeBatch(leads, grant, items)), inOrder);
      for (const outcome of outcomes) log(session, outcome);
      return outcomes;
    },
    wouldRefuse: (rule, made) => wouldRefuse(leads, grant, rule, made),
    whole: (run) => inTransaction(leads, (trx) => marked(trx, run)),
    rehearse: (run) => inRehearsal(leads, (trx) => marked(trx, run)),
    takeBack: (written) => takeBack(leads, grant, written),
    recall: (repeat) => noted(recall(leads, grant, repeat)),
    once: <T extends Kept>(repeat: RepeatKey, patience: number, run: (within: LeadStore) => Promise<T>) =>
      inTrial<T | Exclude<Claimed, 'claimed'>>(leads, async (trx) => {
        const claimed = await noted(claimRepeat(trx, grant, repeat, patience));
        if (claimed !== 'claimed') return { result: claimed, stays: false };
        const result = await run(within(trx));
        if (!result.kept) return { result, stays: false };
        const gone = [...session.written].find((id) => session.erased.has(id));
        await keepAnswer(trx, grant, repeat, result.kept, [...session.written], gone);
        return { result, stays: true };
      }),
    async confirm() {
      if (!session.passed) await noted(confirmGrant(leads, grant));
    },
  };
}

async function actOf(trx: DatabaseTransaction, grant: Grant, outcome: ItemOutcome): Promise<LeadAct | undefined> {
  if ('erased' in outcome) return { verb: 'delete', lead: outcome.erased };
  if (outcome.refused || outcome.effect === 'nothing') return undefined;
  const { effect, lead } = outcome;
  if (effect === 'create') return { verb: 'create', lead: lead.id };
  return { verb: 'update', lead: lead.id, changed: await changedPaths(trx, grant.campaign.id, lead) };
}

function log(session: Session, outcome: ItemOutcome): void {
  if ('erased' in outcome) session.erased.add(outcome.erased);
  else if (outcome.lead) session.written.add(outcome.lead.id);
}
