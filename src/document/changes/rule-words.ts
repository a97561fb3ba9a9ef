/** A duplicate check in words, the same in documents and in changelogs. */

import type { VendorRule } from './change.ts';
import { listed, type Phrase, phrase } from './phrase.ts';

/** One paragraph: which leads count as equal, and what happens then. */
export function ruleWords({ fields, match, withinDays, action, reach }: VendorRule): Phrase {
  const same = fields.length === 1 || match === 'any' ? 'is the same as that' : 'are the same as those';
  const whose = reach === 'visible' ? 'of a lead that this token sees' : 'of any lead of the campaign';
  const since =
    withinDays === null ? '' : ` created within the last ${withinDays === 1 ? 'day' : `${withinDays} days`}`;
  return phrase`A new lead whose ${listed(fields, match === 'any' ? 'or' : 'and')} ${same} ${whose}${since} ${then(action, reach)} Upper and lower case are equal, and empty values never count.`;
}

function then(action: VendorRule['action'], reach: VendorRule['reach']): Phrase {
  if (action === 'flag')
    return phrase`is stored, and the response names the other lead in ${{ code: 'duplicate_of' }} if this token sees it.`;
  const hidden = reach === 'campaign' ? ' If this token does not see that lead, the response does not name it.' : '';
  return phrase`is refused with 409 ${{ code: 'duplicate_lead' }}, and ${{ code: 'duplicate_of' }} names the existing lead.${hidden}`;
}
