/** How fields are searched, sorted and filtered. */
import type { Shape } from '../../api/client.ts';
import { asGiven, byText, type Plan } from '../../ui/list/find.ts';
import { traits } from '../fields/field-types.ts';

type Field = Shape<'Field'>;
const typeOf = ({ type }: Field) => traits[type].label;

export const fieldPlan: Plan<Field> = {
  text: (field) => `${field.label} ${field.key} ${typeOf(field)} ${field.description ?? ''}`,
  orders: {
    own: { label: 'In their order', by: asGiven },
    name: { label: 'Name', by: byText(({ label }) => label) },
    type: { label: 'Type', by: byText(typeOf) },
  },
  any: 'All fields',
  states: {
    required: { label: 'Required', is: ({ required }) => required },
    optional: { label: 'Optional', is: ({ required }) => !required },
    searchable: { label: 'Filterable', is: ({ searchable }) => searchable },
  },
};
