/**
 * One item of a batch: judged by its own schema, and like a request of the operation that it names, with pointers into the
 * item. Whatever is wrong with it is its own refusal.
 */
import type { components } from '../generated/leads.ts';
import { type InputError, type Problem, refuseInput } from '../problem/problem.ts';
import type { LeadContext } from './context.ts';
import { asNewLead } from './new-lead.ts';
import { scopeClosed } from './refusal.ts';
import type { WriteItem } from './store/batch.ts';

type Item = components['schemas']['BatchItem'];
type Update = components['schemas']['LeadUpdate'];

export type ReadItem =
  | {
      readonly write: WriteItem;
      /** Why it cannot be created, where it comes to that. */
      readonly otherwise?: Problem;
    }
  | { readonly problem: Problem };

/** What the named operation finds wrong with an item, and what the item comes to where nothing is wrong with it at all. */
interface Reading {
  readonly errors: readonly InputError[];
  readonly read: () => ReadItem;
}

type ReadAs = (context: LeadContext, item: Item, createdAt: number) => Reading;

/** Characters of errors that a batch tells, over all its items. */
const longestErrors = 4_000_000;

const roomFor = (items: number): number => Math.min(20_000, longestErrors / items);

/** `sent` is whatever stands in the list, of so many `items`. */
export function readItem(context: LeadContext, sent: unknown, createdAt: number, items: number): ReadItem {
  const invalid = (errors: readonly InputError[]) => ({ problem: refuseInput('invalid_lead', errors, roomFor(items)) });
  const malformed = context.judgeEntry(sent);
  if (!namesOperation(sent)) return invalid(malformed);
  // Its document has no such item: it is told why, as whoever sends it as a request is.
  if (sent.op === 'create' && !context.offer.creates) return { problem: scopeClosed() };
  const { errors, read } = readAs[sent.op](context, sent, createdAt);
  const told = [...membersOf(sent), ...errors];
  const rest = malformed.filter(({ pointer }) => !told.some((one) => one.pointer === pointer));
  return told.length + rest.length > 0 ? invalid([...told, ...rest]) : read();
}

const readCreate: ReadAs = (context, { status, external_id, fields }, createdAt) => {
  const { lead, errors = [] } = asNewLead(context, present({ status, external_id, fields }), createdAt);
  return { errors, read: () => (lead ? { write: { create: lead } } : { problem: scopeClosed() }) };
};

const readUpdate: ReadAs = (context, item) => {
  const { status, external_id, fields } = item;
  const { body, errors } = judged(context, { status, external_id, fields });
  const patch = { status: body.status, externalId: body.external_id, values: body.fields ?? {} };
  return { errors, read: () => ({ write: { update: { ...patch, id: idOf(item), versions: versionsOf(item) } } }) };
};

const readUpsert: ReadAs = (context, item, createdAt) => {
  const { status, external_id: externalId, fields } = item;
  const { body, errors } = judged(context, { status, fields });
  const read = (): ReadItem => {
    const asNew = asNewLead(context, present({ status, external_id: externalId, fields }), createdAt);
    return {
      write: {
        upsert: {
          externalId: String(externalId),
          patch: { status: body.status, values: body.fields ?? {}, versions: versionsOf(item) },
          create: asNew.lead,
          onlyCreate: false,
          onlyChange: item.if_version !== undefined,
        },
      },
      otherwise: asNew.errors ? refuseInput('invalid_lead', asNew.errors) : scopeClosed(),
    };
  };
  return { errors, read };
};

const readDelete: ReadAs = (_, item) => ({
  errors: [],
  read: () => ({ write: { erase: { id: idOf(item), versions: versionsOf(item) } } }),
});

const readAs = { create: readCreate, update: readUpdate, upsert: readUpsert, delete: readDelete } as const;

function namesOperation(sent: unknown): sent is Item {
  if (typeof sent !== 'object' || sent === null || !('op' in sent)) return false;
  return typeof sent.op === 'string' && Object.hasOwn(readAs, sent.op);
}

function judged(context: LeadContext, body: Record<string, unknown>): { body: Update; errors: readonly InputError[] } {
  const { body: normal, errors } = context.judge('updateLead', present(body));
  return { body: normal as Update, errors };
}

/** What is there: a member that is absent is not the same as one that is `undefined`. */
const present = (body: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));

/** The item as the body of a request. */
export const bodyOf = ({ status, external_id, fields }: Item): unknown => present({ status, external_id, fields });

/** In the one spelling: two items on one lead take effect in their order. */
const idOf = ({ id }: Item): string => String(id).toLowerCase();

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
