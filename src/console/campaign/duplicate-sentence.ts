/** The duplicate check in one sentence, for the card and the dialog. */
import type { Shape } from '../api/client.ts';
import { numbered } from './counts.ts';

type Rule = Omit<Shape<'DuplicateRule'>, 'state'>;

export function duplicateSentence(rule: Rule, fields: readonly Pick<Shape<'Field'>, 'key' | 'label'>[]): string {
  if (rule.fields.length === 0) return 'Duplicate check is off: every lead is accepted.';
  const names = rule.fields.map((key) => fields.find((field) => field.key === key)?.label ?? key);
  const last = names.at(-1) ?? '';
  const word = rule.match === 'any' ? 'or' : 'and';
  const same = names.length === 1 ? last : `${names.slice(0, -1).join(', ')} ${word} ${last}`;
  const days = rule.within_days;
  const when = days ? ` of the last ${days === 1 ? 'day' : numbered(days, 'day')}` : '';
  const reach = rule.reach === 'campaign' ? `any lead${when} of the campaign` : `a lead${when} that the vendor sees`;
  const then = rule.action === 'reject' ? 'is refused' : 'is accepted, and marked';
  return `A new lead with the same ${same} as ${reach} ${then}.`;
}
