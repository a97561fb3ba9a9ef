/** The options of all selects as one list: how they are searched, sorted and filtered. */
import type { Shape } from '../../api/client.ts';
import { asGiven, byText, type Plan } from '../../ui/list/find.ts';

export interface ListedOption {
  readonly select: Shape<'Select'>;
  readonly option: Shape<'Option'>;
}

export const optionPlan: Plan<ListedOption> = {
  text: ({ select, option }) => `${option.label} ${option.value} ${select.label} ${select.key}`,
  orders: {
    own: { label: 'In their order', by: asGiven },
    label: { label: 'Label', by: byText(({ option }) => option.label) },
    value: { label: 'Value', by: byText(({ option }) => option.value) },
  },
  states: {
    offered: { label: 'Offered', is: ({ option }) => !option.archived },
    archived: { label: 'Archived', is: ({ option }) => option.archived },
  },
};

/** The name of an option in an address. */
export const markOf = (select: string, option: string): string => `${select}/${option}`;

/** The keys of the select and of the option. */
export function markedIn(mark = ''): readonly [select: string | undefined, option: string | undefined] {
  const [select, ...option] = mark.split('/');
  return [select, option.length > 0 ? option.join('/') : undefined];
}
