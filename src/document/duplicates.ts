/** What a document says of the campaign's rule on duplicates: what counts as the same, and what happens then. */
import type { Offer } from './offer.ts';
import { code, enumerate } from './words.ts';

/** Markdown, or `undefined` where there is no rule or nothing can be created. */
export function duplicateWords({ campaign: { duplicateRule: rule }, creates }: Offer): string | undefined {
  if (!rule || !creates) return undefined;
  const fields = enumerate(rule.fields.map(code), rule.match === 'any' ? 'or' : 'and');
  const whose = rule.reach === 'visible' ? 'of a lead that this token sees' : 'of any lead of the campaign';
  const since = rule.withinDays === null ? '' : ` created within the last ${days(rule.withinDays)}`;
  const same =
    rule.fields.length === 1
      ? 'is the same as that'
      : rule.match === 'any'
        ? 'is the same as that'
        : 'are the same as those';
  const hidden =
    rule.reach === 'campaign'
      ? ' That may be a lead that this token does not see: then nothing more is told of it.'
      : '';
  const then =
    rule.action === 'reject'
      ? `is refused with 409 \`duplicate_lead\`, and \`duplicate_of\` names the lead that is there.${hidden}`
      : 'is stored all the same, and the answer names the other in `duplicate_of`, if this token sees it.';
  return `A new lead whose ${fields} ${same} ${whose}${since} ${then} Texts are compared without regard to case, and what is empty never counts.`;
}

const days = (number: number): string => (number === 1 ? 'day' : `${number} days`);
