/**
 * A change that may be made at once or announced for a time: whom it would break and when it is to be, as inputs; what is then
 * sent, and what is told when it was. A breaking change is announced unless somebody chooses otherwise.
 */
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MadeFrom } from '../../api/client.ts';
import { useDates } from '../../session/time.tsx';
import { showToast } from '../../ui/toast.ts';
import { useCampaignChanged } from '../queries.ts';
import { Impact } from './impact.tsx';
import { announce, atOnce, impactQuery, type PlannedChange, type When } from './planned.ts';
import { WhenInput } from './when-input.tsx';

/** How long vendors are told of a breaking change where nobody chose another time. */
const fourWeeks = 28;

/** `change`: what there is to be announced; undefined where nothing changes that a vendor could notice. */
export function usePlanned(slug: string, change: PlannedChange | undefined) {
  const { startOfDay, moment } = useDates();
  const [chosen, setChosen] = useState<When>();
  const [settled] = useDebouncedValue(change, 400);
  const preview = impactQuery(slug, settled as PlannedChange);
  const impact = useQuery({
    ...preview,
    queryFn: settled === undefined ? skipToken : preview.queryFn,
    placeholderData: keepPreviousData,
  });
  const later: When = { at: startOfDay(fourWeeks), note: '' };
  const breaks = change !== undefined && impact.data?.changes.some(({ class: kind }) => kind === 'breaking') === true;
  const when = chosen ?? (breaks ? later : atOnce);
  const changed = useCampaignChanged(slug);
  const announced = change !== undefined && when.at !== undefined;
  return {
    announced,
    /** Until a time is chosen, or it is known whether it breaks something. What is wrong with it is told when it is saved. */
    waits: (announced && when.at === null) || (change !== undefined && !chosen && !impact.data && !impact.error),
    /** `now`: the request that makes it at once. Both are made `from` what was seen; `planned`: the change from there. */
    send: (now: () => Promise<unknown>, from: MadeFrom, planned = change): Promise<unknown> =>
      announced && planned ? announce(slug, planned, when, from) : now(),
    done: (note: string) => {
      showToast(announced ? `Scheduled for ${moment(when.at ?? '')}. Vendors can see it on their pages.` : note);
      void changed();
    },
    inputs: change && (
      <>
        <Impact impact={impact} />
        {/* Not before it is known what is preselected: what is chosen by then is chosen. */}
        {(impact.data || impact.error) && <WhenInput value={when} later={later} onChange={setChosen} />}
      </>
    ),
  };
}
