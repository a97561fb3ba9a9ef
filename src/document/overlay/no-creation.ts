/**
 * The overlay's actions for a token that cannot create leads, because it may only read or because no new lead can match its
 * filter. Its document does not mention creation: an upsert only changes leads, and a batch has no `create`.
 */
import type { Offer } from '../offer.ts';
import type { Action } from './overlay.ts';

const schema = (name: string) => `/components/schemas/${name}`;
const upsert = '/paths/~1external-ids~1{external_id}/put';
const upsertForm = '/paths/~1external-ids~1{external_id}~1form/put';

export function withoutCreation({ creates, writes }: Offer): readonly Action[] {
  if (creates) return [];
  return [...answers, ...(writes ? [...upserts, ...batches] : [])];
}

/** A dry run shows a new lead only if it could be created. Any problem may have the results of a batch. */
const answers: readonly Action[] = [
  {
    name: 'show no lead that would be created',
    target: `${schema('Lead')}/properties/id`,
    set: { description: 'Set by the service. Ids ascend in time.' },
  },
  {
    name: 'show no lead that would be created',
    target: `${schema('Lead')}/properties/version`,
    set: { minimum: 1, description: 'Rises by one with each change.' },
  },
  {
    name: 'tell of no creation in a batch',
    target: `${schema('BatchResult')}/properties/status`,
    set: { description: 'The HTTP status: 200 or 204, or that of the problem.' },
  },
  {
    name: 'tell of no creation in a batch',
    target: schema('Effect'),
    set: { enum: ['update', 'delete', 'nothing'] },
  },
];

const onlyChanges =
  'This token cannot create leads: if no lead has this external id, the response is 403 `scope_closed`.';

const upserts: readonly Action[] = [
  {
    name: 'let an upsert change leads alone',
    target: upsert,
    set: {
      summary: 'Change a lead by external id',
      description: `Updates the lead with this external id, like \`updateLead\`. ${onlyChanges}`,
    },
  },
  {
    name: 'let an upsert change leads alone',
    target: upsertForm,
    set: {
      summary: 'Change a lead by external id from a form',
      description: `Like \`upsertLead\`, for HTML forms and tools that do not send JSON: \`status=new&fields.zip=5000\`. An empty value counts as not sent, so a form cannot empty a field. ${onlyChanges}`,
    },
  },
  ...[upsert, upsertForm].map((target) => ({
    name: 'let an upsert create nothing',
    target: `${target}/responses`,
    set: { 201: undefined, 403: { $ref: '#/components/responses/ScopeClosed' } },
  })),
  {
    name: 'let an upsert change leads alone',
    target: schema('LeadUpsert'),
    set: {
      description: 'The new values of the lead. As with `updateLead`, values that are not in the body stay unchanged.',
    },
  },
];

const batches: readonly Action[] = [
  {
    name: 'offer no creation in a batch',
    target: schema('BatchItem'),
    set: {
      description:
        "One write, validated like a request of its operation. `update` needs `id`; `upsert` needs `external_id`, and changes an existing lead; `delete` needs `id` and takes no values. The item's result lists its mistakes, with pointers into the item.",
    },
  },
  {
    name: 'offer no creation in a batch',
    target: `${schema('BatchItem')}/properties/op`,
    set: { enum: ['update', 'upsert', 'delete'] },
  },
  {
    name: 'offer no creation in a batch',
    target: `${schema('BatchItem')}/properties/external_id`,
    set: { description: 'Your own id of the lead.' },
  },
  {
    name: 'offer no creation in a batch',
    target: `${schema('BatchItem')}/properties/if_version`,
    set: { description: 'The version that the lead must have; with any other, the item gets 412.' },
  },
  {
    name: 'create nothing in a dry run',
    target: '/components/headers/DryRun',
    set: { schema: { type: 'string', enum: ['update', 'delete', 'nothing', 'batch'] }, example: 'update' },
  },
];
