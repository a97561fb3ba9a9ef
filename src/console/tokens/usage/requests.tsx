/** The requests of a token in the last seven days: accepted and refused by day, and each single request. */
import { IconActivity } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Empty } from '../../ui/empty.tsx';
import { Choice } from '../../ui/form/choice.tsx';
import { Paged } from '../../ui/paged.tsx';
import { type Outcome, requestsQuery, usageQuery } from '../queries.ts';
import { RequestList } from './request-list.tsx';
import { UsageCard } from './usage-card.tsx';

interface TokenRequestsProps {
  readonly id: string;
  readonly slug: string | undefined;
  readonly outcome: Outcome | undefined;
  readonly onOutcome: (outcome: Outcome | undefined) => void;
}

const anyOutcome = 'all';

export function TokenRequests({ id, slug, outcome, onOutcome }: TokenRequestsProps) {
  const requests = useInfiniteQuery(requestsQuery(id, outcome));
  return (
    <>
      <Week id={id} slug={slug} />
      <Choice
        label="Show"
        w="fit-content"
        data={[
          { value: anyOutcome, label: 'All' },
          { value: 'accepted', label: 'Accepted' },
          { value: 'refused', label: 'Refused' },
        ]}
        value={outcome ?? anyOutcome}
        onChange={(value) => onOutcome(value === 'accepted' || value === 'refused' ? value : undefined)}
      />
      <Paged
        query={requests}
        rows={8}
        older="Older requests"
        empty={
          <Empty icon={<IconActivity size={22} />} title={`No ${outcome ?? ''} request in 7 days`.replace('  ', ' ')}>
            A request appears here about two seconds after its answer.
          </Empty>
        }
      >
        {(shown) => <RequestList requests={shown} campaigns={slug === undefined} />}
      </Paged>
    </>
  );
}

/** A revoked token that was not used in 30 days has no counts. */
function Week({ id, slug }: Pick<TokenRequestsProps, 'id' | 'slug'>) {
  const { data, isPending } = useQuery(usageQuery(slug));
  const days = data?.get(id)?.slice(-7);
  return days || isPending ? <UsageCard days={days} span="7 days" /> : null;
}
