/** How filters are searched (by name, condition and tokens), sorted, and filtered by use. */
import type { Shape } from '../api/client.ts';
import { asGiven, byNumber, byText, type Plan } from '../ui/list/find.ts';

type Filter = Shape<'Filter'>;

export const filterPlan: Plan<Filter> = {
  text: ({ name, summary, tokens }) => `${name} ${summary} ${tokens.map((token) => token.name).join(' ')}`,
  orders: {
    made: { label: 'Order created', by: asGiven },
    name: { label: 'Name', by: byText(({ name }) => name) },
    tokens: { label: 'Most tokens', by: byNumber(({ tokens }: Filter) => -tokens.length), falls: true },
  },
  any: 'All filters',
  states: {
    used: { label: 'In use', is: ({ tokens }) => tokens.length > 0 },
    unused: { label: 'Not in use', is: ({ tokens }) => tokens.length === 0 },
  },
};
