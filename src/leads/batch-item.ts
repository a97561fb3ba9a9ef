/** One item of a batch: judged like a request of the operation that it names, with pointers into the item. */
import type { components } from '../generated/leads.ts';
import { type InputError, type Problem, refuseInput } from '../problem/problem.ts';
import type { LeadContext } from './context.ts';
import { asNewLead, scopeClosed } from './refusal.ts';
import type { WriteItem } from './store/write-leads.ts';

type Item = components['schemas']['BatchItem'];
type Update = components['schemas']['LeadUpdate'];

export type ReadItem =
  | {
      readonly write: WriteItem;
      /** Why it cannot be created, where it comes to that. */
      readonly otherwise?: Problem;
    }
  | { readonly problem: Problem };

const invalid = (errors: readonly InputError[]): ReadItem => ({ problem: refuseInput('invalid_lead', errors) });

export function readItem(context: LeadContext, item: Item, createdAt: number): ReadItem {
  const misplaced = membersOf(item);
  switch (item.op) {
    case 'create':
      return readCreate(context, item, createdAt, misplaced);
    case 'update': {
      const { status, external_id, fields } = item;
      const { body, errors } = judged(context, { status, external_id, fields });
      if (errors.length + misplaced.length > 0) return invalid([...misplaced, ...errors]);
      const patch = { status: body.status, externalId: body.external_id, values: body.fields ?? {} };
      return { write: { update: { ...patch, id: String(item.id), versions: versionsOf(item) } } };
    }
    case 'upsert':
      return readUpsert(context, item, createdAt, misplaced);
    case 'delete':
      if (misplaced.length > 0) return invalid(misplaced);
      return { write: { erase: { id: String(item.id), versions: versionsOf(item) } } };
  }
}

function readCreate(
  context: LeadContext,
  { status, external_id, fields }: Item,
  createdAt: number,
  misplaced: readonly InputError[],
): ReadItem {
  const { lead, errors } = asNewLead(context, present({ status, external_id, fields }), createdAt);
  if (misplaced.length > 0 || errors) return invalid([...misplaced, ...(errors ?? [])]);
  return lead ? { write: { create: lead } } : { problem: scopeClosed() };
}

function readUpsert(context: LeadContext, item: Item, createdAt: number, misplaced: readonly InputError[]): ReadItem {
  const { status, external_id: externalId, fields } = item;
  const { body, errors } = judged(context, { status, fields });
  if (errors.length + misplaced.length > 0) return invalid([...misplaced, ...errors]);
  const asNew = asNewLead(context, present({ status, external_id: externalId, fields }), createdAt);
  return {
    write: {
      upsert: {
        externalId: String(externalId),
        patch: { status: body.status, values: body.fields ?? {}, versions: versionsOf(item) },
        create: asNew.lead,
        onlyCreate: false,
      },
    },
    otherwise: asNew.errors ? refuseInput('invalid_lead', asNew.errors) : scopeClosed(),
  };
}

function judged(context: LeadContext, body: Record<string, unknown>): { body: Update; errors: readonly InputError[] } {
  const { body: normal, errors } = context.judge('updateLead', present(body));
  return { body: normal as Update, errors };
}

/** What is there: a member that is absent is not the same as one that is `undefined`. */
const present = (body: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));

const versionsOf = ({ if_version: version }: Item): readonly number[] | undefined =>
  version === undefined ? undefined : [version];

const needed = { create: [], update: ['id'], upsert: ['external_id'], delete: ['id'] } as const;
const foreign = {
  create: ['id', 'if_version'],
  update: [],
  upsert: ['id'],
  delete: ['external_id', 'status', 'fields'],
} as const;

/** Members that the operation needs and the item lacks, and members that it does not take. */
function membersOf(item: Item): InputError[] {
  const { op } = item;
  const missing = needed[op].filter((name) => item[name] === undefined || item[name] === null);
  const surplus = foreign[op].filter((name) => item[name] !== undefined);
  return [
    ...missing.map((name) => ({
      pointer: `/${name}`,
      code: 'required',
      detail: `\`${name}\` is required with \`${op}\`.`,
    })),
    ...surplus.map((name) => ({
      pointer: `/${name}`,
      code: 'unknown',
      detail: `\`${op}\` does not take \`${name}\`.`,
    })),
  ];
}
