/**
 * One item of a batch. Its own schema judges it, and then the operation that it names judges it like a request of its own, with
 * pointers into the item. An item with errors is refused alone.
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
      /** The refusal, if the item would create a lead and cannot. */
      readonly refusalIfCreating?: Problem;
    }
  | { readonly problem: Problem };

/** The errors that the named operation finds in an item, and the write, which is read only from an item without errors. */
interface Reading {
  readonly errors: readonly InputError[];
  readonly read: () => ReadItem;
}

type ReadAs = (context: LeadContext, item: Item, createdAt: number) => Reading;

/** The most characters of errors in the answer of a batch, over all items. */
const longestErrors = 4_000_000;

const roomFor = (items: number): number => Math.min(20_000, longestErrors / items);

/** `sent`: an entry of the list, of any type. `items`: how many entries the list has. */
export function readItem(context: LeadContext, sent: unknown, createdAt: number, items: number): ReadItem {
  const invalid = (errors: readonly InputError[]) => ({ problem: refuseInput('invalid_lead', errors, roomFor(items)) });
  const malformed = context.judgeEntry(sent);
  if (!namesOperation(sent)) return invalid(malformed);
  // The token's document has no such item. The refusal gives the reason, as for a request.
  if (sent.op === 'create' && !context.offer.creates) return { problem: scopeClosed() };
  const { errors, read } = readAs[sent.op](context, sent, createdAt);
  const found = [...memberErrors(sent), ...errors];
  const rest = malformed.filter(({ pointer }) => !found.some((error) => error.pointer === pointer));
  return found.length + rest.length > 0 ? invalid([...found, ...rest]) : read();
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
      refusalIfCreating: asNew.errors ? refuseInput('invalid_lead', asNew.errors) : scopeClosed(),
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

/** The body without `undefined` members, which are not the same as absent ones. */
const present = (body: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));

/** The item as the body of a request. */
export const bodyOf = ({ status, external_id, fields }: Item): unknown => present({ status, external_id, fields });

/** In lower case: two items that name one lead must be recognised, so that they take effect in their order. */
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

/** Errors for members that the operation needs and the item lacks, and for members that it does not take. */
function memberErrors(item: Item): InputError[] {
  const { op } = item;
  const missing = needed[op].filter((name) => item[name] === undefined || item[name] === null);
  const surplus = foreign[op].filter((name) => item[name] !== undefined);
  return [
    ...missing.map((name) => ({
      pointer: `/${name}`,
      code: 'required' as const,
      detail: `\`${name}\` is required with \`${op}\`.`,
    })),
    ...surplus.map((name) => ({
      pointer: `/${name}`,
      code: 'unknown' as const,
      detail: `\`${op}\` does not take \`${name}\`.`,
    })),
  ];
}
