/** How members are searched and sorted, and their roles and states as filters. */
import { asGiven, byNumber, byText, latestFirst, type Plan } from '../ui/list/find.ts';
import type { ListedMember } from './queries.ts';

const ranks = ['owner', 'admin', 'viewer'];

export const memberPlan: Plan<ListedMember> = {
  text: ({ name, email, role }) => `${name} ${email} ${role}`,
  orders: {
    made: { label: 'Order added', by: asGiven },
    name: { label: 'Name', by: byText(({ name }) => name) },
    role: { label: 'Role', by: byNumber(({ role }) => ranks.indexOf(role)) },
    signed: { label: 'Last signed in', by: latestFirst(({ last_signed_in_at }) => last_signed_in_at), falls: true },
  },
  any: 'Everybody',
  states: {
    owner: { label: 'Owners', is: ({ role }) => role === 'owner' },
    admin: { label: 'Admins', is: ({ role }) => role === 'admin' },
    viewer: { label: 'Viewers', is: ({ role }) => role === 'viewer' },
    invited: { label: 'Invited', is: ({ state }) => state === 'invited' },
  },
};
