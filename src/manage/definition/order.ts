/** The order of what a campaign lists: checks an order that a client sends, which must name everything once, and places what is new. */
import type { DatabaseTransaction } from '../../database/connection.ts';
import { type InputError, refuseInput } from '../../problem/problem.ts';

/** `member`: the member of the body with the order. `thing`: what the order lists. Refuses with 422. */
export function refuseOtherOrder(
  { member, thing }: { readonly member: string; readonly thing: string },
  all: readonly string[],
  given: readonly string[],
): void {
  const errors = given.flatMap((key, i): InputError[] => {
    const pointer = `/${member}/${i}`;
    if (!all.includes(key))
      return [{ pointer, code: 'not_allowed', detail: `There is no ${thing} \`${key}\`.`, allowed: all }];
    return given.indexOf(key) === i ? [] : [{ pointer, code: 'repeated', detail: `\`${key}\` is named twice.` }];
  });
  const missing = all.filter((key) => !given.includes(key));
  if (missing.length > 0) {
    const detail = `The order must name every ${thing}; missing: ${missing.join(', ')}.`;
    errors.push({ pointer: `/${member}`, code: 'required', detail });
  }
  if (errors.length > 0) throw refuseInput('invalid_request', errors);
}

/** The place behind all others. The campaign's head is locked, so that nobody else takes it. */
export async function nextPosition(
  trx: DatabaseTransaction,
  table: 'fields' | 'selects' | 'statuses',
  campaignId: string,
): Promise<number> {
  const last = await trx
    .selectFrom(table)
    .select(({ fn }) => fn.max('position').as('position'))
    .where('campaign_id', '=', campaignId)
    .executeTakeFirst();
  return (last?.position ?? -1) + 1;
}
