/**
 * `POST /leads/batch`: each item is judged by the schema of the operation that it names and has a result of its own, as if
 * it had been a request. An atomic batch with a refused item writes nothing, and tells of every item all the same: of
 * the others what would have become of them.
 */
import type { components, operations } from '../generated/leads.ts';
import type { Handler, JsonText } from '../operation/handler.ts';
import { inTurns } from '../operation/turns.ts';
import { type Problem, refuse } from '../problem/problem.ts';
import { type ReadItem, readItem } from './batch-item.ts';
import type { LeadContext } from './context.ts';
import { refusalOf } from './refusal.ts';
import type { ItemOutcome, Written } from './store/outcome.ts';
import { leadText, plan } from './written.ts';

type Answer = JsonText<components['schemas']['BatchResults']>;

export const writeLeads: Handler<operations['writeLeads'], LeadContext> = async ({ body }, context) => {
  const createdAt = Date.now();
  const items = await inTurns(body.items, (sent) => ({ sent, ...readItem(context, sent, createdAt) }));
  return context.store.whole(async (store) => {
    const outcomes = (await store.write(items.flatMap((item) => ('write' in item ? [item.write] : [])))).values();
    const told = items.map((item) => ({
      item,
      outcome: 'problem' in item ? item : outcomeOf(item, outcomes.next().value),
    }));
    const failed = told.filter(({ outcome }) => 'problem' in outcome).length;
    const refused = body.atomic === true && failed > 0;
    const stays = !refused && !context.dryRun;
    const results = told.map(({ outcome }) => resultOf(context, outcome, stays));
    const text = `[${results.join(',')}]`;
    if (refused && !context.dryRun) throw batchRefused(failed, text);
    if (stays) context.writes.giveBack(failed);
    for (const { item, outcome } of stays ? told : []) note(context, item.sent, outcome);
    return {
      status: 200,
      body: (context.dryRun ? `{"dry_run":true,"results":${text}}` : `{"results":${text}}`) as Answer,
      ...(failed === results.length && { keep: false }),
    };
  });
};

/** What became of an item: refused, erased (`undefined`), or written. */
type Outcome = { readonly problem: Problem } | { readonly written: Written | undefined };

function outcomeOf({ otherwise }: Extract<ReadItem, { write: unknown }>, outcome: ItemOutcome | undefined): Outcome {
  if (!outcome) throw new Error('an item of a batch was told nothing');
  if (!outcome.refused) return { written: 'erased' in outcome ? undefined : outcome };
  const cannotCreate = outcome.refused.why === 'cannot_create' ? otherwise : undefined;
  return { problem: cannotCreate ?? refusalOf(outcome.refused) };
}

/** As JSON. Where nothing stays, no id is told: no lead will ever have it. */
function resultOf(context: LeadContext, outcome: Outcome, stays: boolean): string {
  if ('problem' in outcome)
    return JSON.stringify({ status: outcome.problem.status, problem: context.render(outcome.problem) });
  const { written } = outcome;
  const status = written ? (written.effect === 'create' ? 201 : 200) : 204;
  if (!stays) return JSON.stringify({ status, ...plan(written) });
  return written ? `{"status":${status},"lead":${leadText(written)}}` : `{"status":${status}}`;
}

function note(context: LeadContext, sent: object, outcome: Outcome): void {
  if ('problem' in outcome || !outcome.written) return;
  const { effect, lead } = outcome.written;
  context.wrote(effect === 'create' ? 'createLead' : 'updateLead', sent, lead);
}

function batchRefused(failed: number, results: string): Problem {
  const items = failed === 1 ? 'One item was' : `${failed} items were`;
  return refuse('batch_refused', `${items} refused, and the batch is to be carried out whole: nothing was written.`, {
    extensions: { results: JSON.parse(results) },
  });
}
