/**
 * A change that may be made at once or announced for a time: whom it would break and when it is to be, as inputs; what is then
 * sent, and what is told when it was.
 */
import { useState } from 'react';
import type { MadeFrom } from '../api/client.ts';
import { told } from '../ui/told.ts';
import { Impact } from './impact.tsx';
import { announce, atOnce, type PlannedChange } from './planned.ts';
import { useCampaignChanged } from './queries.ts';
import { WhenInput } from './when-input.tsx';

/** `change`: what there is to be announced; undefined where nothing changes that a vendor could notice. */
export function usePlanned(slug: string, change: PlannedChange | undefined) {
  const [when, setWhen] = useState(atOnce);
  const changed = useCampaignChanged(slug);
  const announced = change !== undefined && when.at !== undefined;
  return {
    announced,
    /** Until a time is chosen. */
    waits: announced && when.at === null,
    /** `now`: the request that makes it at once. Both are made `from` what was seen; `planned`: the change from there. */
    send: (now: () => Promise<unknown>, from: MadeFrom, planned = change): Promise<unknown> =>
      announced && planned ? announce(slug, planned, when, from) : now(),
    done: (note: string) => {
      told(announced ? 'Announced: documents tell of it.' : note);
      void changed();
    },
    inputs: change && (
      <>
        <Impact slug={slug} change={change} />
        <WhenInput value={when} onChange={setWhen} />
      </>
    ),
  };
}
