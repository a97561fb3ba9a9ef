/**
 * `POST /leads/batch`: each item is judged by the schema of the operation that it names and has a result of its own, as if
 * it had been a request. An atomic batch with a refused item writes nothing, and tells of every item all the same.
 */
import type { components, operations } from '../generated/leads.ts';
import type { Handler, JsonText } from '../operation/handler.ts';
import { type Problem, refuse } from '../problem/problem.ts';
import { type ReadItem, readItem } from './batch-item.ts';
import type { LeadContext } from './context.ts';
import { refusalOf } from './refusal.ts';
import type { ItemOutcome } from './store/outcome.ts';
import { leadText, plan } from './written.ts';

type Answer = JsonText<components['schemas']['BatchResults']>;

export const writeLeads: Handler<operations['writeLeads'], LeadContext> = async ({ body }, context) => {
  const createdAt = Date.now();
  const items = body.items.map((item) => readItem(context, item, createdAt));
  return context.store.whole(async (store) => {
    const outcomes = (await store.write(items.flatMap((item) => ('write' in item ? [item.write] : [])))).values();
    const results = items.map((item, i) =>
      'problem' in item
        ? refusedResult(context, item.problem)
        : resultOf(context, { ...item, sent: body.items[i] ?? {} }, outcomes.next().value),
    );
    const failed = results.filter((result) => result.failed).length;
    const text = `[${results.map((result) => result.text).join(',')}]`;
    if (body.atomic === true && failed > 0 && !context.dryRun) throw batchRefused(failed, text);
    if (!context.dryRun) context.writes.giveBack(failed);
    return {
      status: 200,
      body: (context.dryRun ? `{"dry_run":true,"results":${text}}` : `{"results":${text}}`) as Answer,
      ...(failed === results.length && { keep: false }),
    };
  });
};

interface Result {
  readonly failed: boolean;
  /** As JSON. */
  readonly text: string;
}

function resultOf(
  context: LeadContext,
  { otherwise, sent }: Extract<ReadItem, { write: unknown }> & { readonly sent: object },
  outcome: ItemOutcome | undefined,
): Result {
  if (!outcome) throw new Error('an item of a batch was told nothing');
  if (outcome.refused) {
    const cannotCreate = outcome.refused.why === 'cannot_create' ? otherwise : undefined;
    return refusedResult(context, cannotCreate ?? refusalOf(outcome.refused));
  }
  const written = 'erased' in outcome ? undefined : outcome;
  if (written) context.wrote(written.effect === 'create' ? 'createLead' : 'updateLead', sent, written.lead);
  const status = written ? (written.effect === 'create' ? 201 : 200) : 204;
  if (context.dryRun) return { failed: false, text: JSON.stringify({ status, ...plan(written) }) };
  return { failed: false, text: written ? `{"status":${status},"lead":${leadText(written)}}` : `{"status":${status}}` };
}

function refusedResult({ render }: LeadContext, problem: Problem): Result {
  return { failed: true, text: JSON.stringify({ status: problem.status, problem: render(problem) }) };
}

function batchRefused(failed: number, results: string): Problem {
  const items = failed === 1 ? 'One item was' : `${failed} items were`;
  return refuse('batch_refused', `${items} refused, and the batch is to be carried out whole: nothing was written.`, {
    extensions: { results: JSON.parse(results) },
  });
}
