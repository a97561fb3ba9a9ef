/** How statuses are searched, sorted and filtered, and the meaning of each category. */
import type { Shape } from '../../api/client.ts';
import { asGiven, byText, type Plan } from '../../ui/list/find.ts';

export const categories = [
  { category: 'open', title: 'Open', meaning: 'Work on the lead goes on.' },
  { category: 'won', title: 'Won', meaning: 'The lead became a deal.' },
  { category: 'lost', title: 'Lost', meaning: 'The lead did not become a deal.' },
] as const;

export const statusPlan: Plan<Shape<'Status'>> = {
  text: ({ label, key }) => `${label} ${key}`,
  orders: {
    own: { label: 'In their order', by: asGiven },
    name: { label: 'Name', by: byText(({ label }) => label) },
  },
  any: 'Any meaning',
  states: Object.fromEntries(
    categories.map(({ category, title }) => [category, { label: title, is: (status) => status.category === category }]),
  ),
};
