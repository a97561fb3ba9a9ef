/** How far a campaign has come on the way to its first vendor. The steps count as done however they were done. */
import { useQuery } from '@tanstack/react-query';
import { campaignQuery, fieldsQuery, selectsQuery } from '../campaign/queries.ts';
import { filtersQuery } from '../filters/queries.ts';

export interface Step {
  readonly title: string;
  readonly hint: string;
  readonly done: boolean;
  readonly to:
    | '/campaigns/$slug/fields'
    | '/campaigns/$slug/selects'
    | '/campaigns/$slug/filters'
    | '/campaigns/$slug/documentation';
}

/** Undefined until everything is loaded. `used`: whether a token of the campaign was ever used. */
export function useSteps(slug: string, used: boolean | undefined): readonly Step[] | undefined {
  const { data: campaign } = useQuery(campaignQuery(slug));
  const { data: fields } = useQuery(fieldsQuery(slug));
  const { data: selects } = useQuery(selectsQuery(slug));
  const { data: filters } = useQuery(filtersQuery(slug));
  if (!campaign || !fields || !selects || !filters || used === undefined) return undefined;
  const byVendor = fields.data.data.filter(({ type }) => type === 'select');
  const offered = selects.data.data.filter((select) => byVendor.some((field) => field.select === select.key));
  return [
    {
      title: 'Fields',
      hint: 'The values of a lead. One field is a select, such as Source.',
      done: byVendor.length > 0,
      to: '/campaigns/$slug/fields',
    },
    {
      title: 'An option for the vendor',
      hint: 'In the select of that field.',
      done: offered.some(({ options }) => options.some(({ archived }) => !archived)),
      to: '/campaigns/$slug/selects',
    },
    {
      title: 'A filter',
      hint: 'Source is that vendor.',
      done: filters.data.data.length > 0,
      to: '/campaigns/$slug/filters',
    },
    {
      title: 'An API token',
      hint: 'Limited to the filter.',
      done: campaign.tokens > 0,
      to: '/campaigns/$slug/documentation',
    },
    {
      title: 'Sent to the vendor, and in use',
      hint: 'The address of the documentation, and the token.',
      done: used,
      to: '/campaigns/$slug/documentation',
    },
  ];
}
