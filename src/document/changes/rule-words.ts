/** A rule on duplicates in words: the same in documents and in changelogs. */

import type { RuleTold } from './change.ts';
import { listed, type Phrase, phrase } from './phrase.ts';

/** One paragraph: what counts as the same, and what happens then. */
export function ruleWords({ fields, match, withinDays, action, reach }: RuleTold): Phrase {
  const same = fields.length === 1 || match === 'any' ? 'is the same as that' : 'are the same as those';
  const whose = reach === 'visible' ? 'of a lead that this token sees' : 'of any lead of the campaign';
  const since =
    withinDays === null ? '' : ` created within the last ${withinDays === 1 ? 'day' : `${withinDays} days`}`;
  return phrase`A new lead whose ${listed(fields, match === 'any' ? 'or' : 'and')} ${same} ${whose}${since} ${then(action, reach)} Texts are compared without regard to case, and what is empty never counts.`;
}

function then(action: RuleTold['action'], reach: RuleTold['reach']): Phrase {
  if (action === 'flag')
    return phrase`is stored all the same, and the response names the other in ${{ code: 'duplicate_of' }}, if this token sees it.`;
  const hidden =
    reach === 'campaign' ? ' That may be a lead that this token does not see: then nothing more is told of it.' : '';
  return phrase`is refused with 409 ${{ code: 'duplicate_lead' }}, and ${{ code: 'duplicate_of' }} names the lead that is there.${hidden}`;
}
