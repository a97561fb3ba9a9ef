/**
 * `POST /leads/batch`: each item is judged like a request for the operation in its `op`, and has a result of its own. If
 * an item of an atomic batch is refused, nothing is written. The answer still has a result for every item: for accepted items, the
 * result that they would have had.
 */
import type { components, operations } from '../generated/leads.ts';
import type { Handler, JsonText } from '../operation/handler.ts';
import { inTurns } from '../operation/turns.ts';
import { type Problem, refuse } from '../problem/problem.ts';
import { bodyOf, type ReadItem, readItem } from './batch-item.ts';
import type { LeadContext } from './context.ts';
import { refusalOf } from './refusal.ts';
import type { WriteItem } from './store/batch.ts';
import type { ItemOutcome, Written } from './store/outcome.ts';
import type { LeadStore } from './store/store.ts';
import { dryRunHeader, shownLead } from './written.ts';

type Sent = { readonly sent: components['schemas']['BatchItem'] };
type Answer = JsonText<components['schemas']['BatchResults']>;

export const writeLeads: Handler<operations['writeLeads'], LeadContext> = async ({ body }, context) => {
  const createdAt = Date.now();
  const read = (sent: (typeof body.items)[number]) => ({
    sent,
    ...readItem(context, sent, createdAt, body.items.length),
  });
  const items = await inTurns(body.items, read, context.seat.turns());
  return context.store.whole(async (store) => {
    // Only items that could be read are written, so the outcomes are taken one by one, in order.
    const outcomes = (await store.write(items.flatMap((item) => ('write' in item ? [item.write] : [])))).values();
    const judged = items.map((item) => ({ item, result: resultOfItem(item, outcomes) }));
    const failed = judged.filter(({ result }) => 'refused' in result).length;
    for (const [i, { result }] of judged.entries())
      if ('refused' in result) context.noteRefusedItem(`/items/${i}`, result.refused);
    const refused = body.atomic === true && failed > 0;
    const isKept = !refused && !context.dryRun;
    const results = isKept
      ? await inTurns(judged, ({ result }) => resultJson(context, result), context.seat.turns())
      : await resultsIfTakenBack(context, store, judged);
    const text = `[${results.join(',')}]`;
    // Throwing here takes back everything that was written: see `whole`.
    if (refused && !context.dryRun) throw batchRefused(failed, text);
    // Refused items do not count against the write limit.
    if (isKept) context.writes.giveBack(failed);
    await inTurns(judged, ({ item, result }) => noteWrite(context, item, result, isKept), context.seat.turns());
    return {
      status: 200,
      headers: context.dryRun ? dryRunHeader('batch') : {},
      body: `{"results":${text}}` as Answer,
      // Nothing was written, so no answer is stored for a repeat.
      ...(failed === results.length && { keep: false }),
    };
  });
};

/** The result of an item: refused (`of`: the lead that it duplicates), erased (`written` is `undefined`), or written. */
type ItemResult =
  | { readonly refused: Problem; readonly of?: string | undefined }
  | { readonly written: Written | undefined };

function resultOfItem(item: ReadItem, outcomes: Iterator<ItemOutcome>): ItemResult {
  if ('problem' in item) return { refused: item.problem };
  const outcome = outcomes.next().value as ItemOutcome | undefined;
  if (!outcome) throw new Error('an item of a batch has no outcome');
  const { refused } = outcome;
  if (!refused) return { written: 'erased' in outcome ? undefined : outcome };
  if (refused.why === 'cannot_create' && item.refusalIfCreating) return { refused: item.refusalIfCreating };
  return { refused: refusalOf(refused), ...(refused.why === 'duplicate' && { of: refused.of }) };
}

/** The result of an item, as JSON. */
function resultJson(context: LeadContext, result: ItemResult): string {
  if ('refused' in result)
    return JSON.stringify({ status: result.refused.status, problem: context.render(result.refused) });
  const { written } = result;
  return written ? `{"status":${statusOf(written)},"lead":${shownLead(written)}}` : '{"status":204}';
}

/**
 * The results of a batch whose writes are taken back: a dry run, or an atomic batch with a refused item. Each result says what the item
 * would do, and no result names a lead that will not exist.
 */
async function resultsIfTakenBack(
  context: LeadContext,
  store: LeadStore,
  judged: readonly { readonly result: ItemResult }[],
): Promise<string[]> {
  const written = judged.flatMap(({ result }) => ('written' in result && result.written ? [result.written] : []));
  const created = new Set(written.flatMap(({ effect, lead }) => (effect === 'create' ? [lead.id] : [])));
  // In the order of `written`.
  const shown = (await store.takeBack(written)).values();
  const json = ({ result }: { readonly result: ItemResult }): string => {
    if ('refused' in result) {
      const { refused, of } = result;
      const problem = of !== undefined && created.has(of) ? refusalOf({ why: 'duplicate', of: undefined }) : refused;
      return resultJson(context, { refused: problem });
    }
    if (!result.written) return '{"status":204,"would":"delete"}';
    const lead = shown.next().value ?? result.written;
    return `{"status":${statusOf(lead)},"would":"${lead.effect}","lead":${shownLead(lead)}}`;
  };
  return inTurns(judged, json, context.seat.turns());
}

const statusOf = ({ effect }: Written): number => (effect === 'create' ? 201 : 200);

/** Notes a write for announced changes and, if it is kept, for the request log. */
function noteWrite(
  context: LeadContext,
  { sent, ...item }: Sent & ReadItem,
  result: ItemResult,
  isKept: boolean,
): void {
  if ('refused' in result || !result.written) return;
  const { effect, lead } = result.written;
  const as = effect === 'create' ? 'createLead' : 'updateLead';
  context.noteForAnnounced(as, bodyOf(sent), 'write' in item ? createdBy(item.write) : undefined);
  if (isKept) context.noteForLog(as, sent, lead);
}

function createdBy(write: WriteItem) {
  if ('upsert' in write) return write.upsert.create;
  return 'create' in write ? write.create : undefined;
}

/** `results`: as JSON. */
function batchRefused(failed: number, results: string): Problem {
  const items = failed === 1 ? 'One item was' : `${failed} items were`;
  return refuse('batch_refused', `${items} refused. The batch is atomic, so nothing was written.`, {
    extensions: { results },
  });
}
