/**
 * A change that is made at once or announced. It gives the inputs (effect on vendors, and time), sends the change, and
 * shows the toast. A breaking change is announced unless the member chooses otherwise.
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

/** Days until a breaking change takes effect, unless the member chooses another time. */
const fourWeeks = 28;

/** `change` is the change to announce. It is undefined if vendors could not notice a difference. */
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
    /**
     * True until a time is chosen, or until it is known whether the change breaks something. Other mistakes are shown on
     * saving.
     */
    waits: (announced && when.at === null) || (change !== undefined && !chosen && !impact.data && !impact.error),
    /**
     * `now` sends the change at once. Both ways start `from` the state that was seen, and `planned` is the change from that
     * state.
     */
    send: (now: () => Promise<unknown>, from: MadeFrom, planned = change): Promise<unknown> =>
      announced && planned ? announce(slug, planned, when, from) : now(),
    done: (note: string) => {
      showToast(announced ? `Scheduled for ${moment(when.at ?? '')}. Vendors can see it on their pages.` : note);
      void changed();
    },
    inputs: change && (
      <>
        <Impact impact={impact} />
        {/* Shown only when the default is known, so that it does not replace what the member has chosen. */}
        {(impact.data || impact.error) && <WhenInput value={when} later={later} onChange={setChosen} />}
      </>
    ),
  };
}
