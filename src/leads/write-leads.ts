/**
 * `POST /leads/batch`: each item is judged by the schema of the operation that it names and has a result of its own, as if
 * it had been a request. An atomic batch with a refused item writes nothing, and tells of every item all the same: of
 * the others what would have become of them.
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
    const outcomes = (await store.write(items.flatMap((item) => ('write' in item ? [item.write] : [])))).values();
    const told = items.map((item) => ({ item, became: becameOf(item, outcomes) }));
    const failed = told.filter(({ became }) => 'refused' in became).length;
    for (const [i, { became }] of told.entries())
      if ('refused' in became) context.refusedPart(`/items/${i}`, became.refused);
    const refused = body.atomic === true && failed > 0;
    const stays = !refused && !context.dryRun;
    const results = stays
      ? await inTurns(told, ({ became }) => resultOf(context, became), context.seat.turns())
      : await triedResults(context, store, told);
    const text = `[${results.join(',')}]`;
    if (refused && !context.dryRun) throw batchRefused(failed, text);
    if (stays) context.writes.giveBack(failed);
    await inTurns(told, ({ item, became }) => note(context, item, became, stays), context.seat.turns());
    return {
      status: 200,
      headers: context.dryRun ? dryRunHeader('batch') : {},
      body: `{"results":${text}}` as Answer,
      ...(failed === results.length && { keep: false }),
    };
  });
};

/** What became of an item: refused (`of`: the lead that it is equal to), erased (`undefined`), or written. */
type Became =
  | { readonly refused: Problem; readonly of?: string | undefined }
  | { readonly written: Written | undefined };

function becameOf(item: ReadItem, outcomes: Iterator<ItemOutcome>): Became {
  if ('problem' in item) return { refused: item.problem };
  const outcome = outcomes.next().value as ItemOutcome | undefined;
  if (!outcome) throw new Error('an item of a batch was told nothing');
  const { refused } = outcome;
  if (!refused) return { written: 'erased' in outcome ? undefined : outcome };
  if (refused.why === 'cannot_create' && item.otherwise) return { refused: item.otherwise };
  return { refused: refusalOf(refused), ...(refused.why === 'duplicate' && { of: refused.of }) };
}

/** As JSON, of each item. */
function resultOf(context: LeadContext, became: Became): string {
  if ('refused' in became)
    return JSON.stringify({ status: became.refused.status, problem: context.render(became.refused) });
  const { written } = became;
  return written ? `{"status":${statusOf(written)},"lead":${shownLead(written)}}` : '{"status":204}';
}

/** The same where nothing stays: with what each item would have done, and without the leads that there will not be. */
async function triedResults(
  context: LeadContext,
  store: LeadStore,
  told: readonly { readonly became: Became }[],
): Promise<string[]> {
  const written = told.flatMap(({ became }) => ('written' in became && became.written ? [became.written] : []));
  const created = new Set(written.flatMap(({ effect, lead }) => (effect === 'create' ? [lead.id] : [])));
  const shown = (await store.takeBack(written)).values();
  const tell = ({ became }: { readonly became: Became }): string => {
    if ('refused' in became) {
      const { refused, of } = became;
      const problem = of !== undefined && created.has(of) ? refusalOf({ why: 'duplicate', of: undefined }) : refused;
      return resultOf(context, { refused: problem });
    }
    if (!became.written) return '{"status":204,"would":"delete"}';
    const lead = shown.next().value ?? became.written;
    return `{"status":${statusOf(lead)},"would":"${lead.effect}","lead":${shownLead(lead)}}`;
  };
  return inTurns(told, tell, context.seat.turns());
}

const statusOf = ({ effect }: Written): number => (effect === 'create' ? 201 : 200);

/** `stays`: whether it was written. */
function note(context: LeadContext, { sent, ...item }: Sent & ReadItem, became: Became, stays: boolean): void {
  if ('refused' in became || !became.written) return;
  const { effect, lead } = became.written;
  const as = effect === 'create' ? 'createLead' : 'updateLead';
  context.touches(as, bodyOf(sent), 'write' in item ? createdBy(item.write) : undefined);
  if (stays) context.wrote(as, sent, lead);
}

function createdBy(write: WriteItem) {
  if ('upsert' in write) return write.upsert.create;
  return 'create' in write ? write.create : undefined;
}

/** `results`: as JSON. */
function batchRefused(failed: number, results: string): Problem {
  const items = failed === 1 ? 'One item was' : `${failed} items were`;
  return refuse('batch_refused', `${items} refused, and the batch is to be carried out whole: nothing was written.`, {
    extensions: { results },
  });
}
