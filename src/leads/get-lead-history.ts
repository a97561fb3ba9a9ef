/**
 * `GET /leads/{lead_id}/history`: the changes of a lead, newest first, each with its actor and time. A token that is not broad sees
 * other actors only as "another integration" or "a member". Values of removed fields are not shown.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Grant } from '../access/grant.ts';
import type { components, operations } from '../generated/leads.ts';
import type { Handler } from '../operation/handler.ts';
import { notFound } from '../problem/problem.ts';
import type { LeadContext } from './context.ts';
import { bindingOf } from './cursor.ts';
import type { HistoryEvent } from './store/lead-history.ts';
import type { StoredState } from './store/tables.ts';

type Entry = components['schemas']['HistoryEntry'];
type Change = components['schemas']['Change'];

const defaultLimit = 50;

export const getLeadHistory: Handler<operations['getLeadHistory'], LeadContext> = async ({ path, query }, context) => {
  const { grant, store, cursors } = context;
  const binding = bindingOf(grant, ['history', path.lead_id]);
  const [version] = query?.cursor === undefined ? [] : cursors.open(binding, query.cursor);
  const before = version === undefined ? undefined : Number(version);
  const page = await store.history(path.lead_id, { limit: query?.limit ?? defaultLimit, before });
  if (!page) throw notFound('lead');
  const last = page.more ? page.events.at(-1) : undefined;
  return {
    status: 200,
    body: {
      data: page.events.map((event) => entryOf(grant, event)),
      next_cursor: last ? cursors.seal(binding, [String(last.version)]) : null,
    },
  };
};

function entryOf(grant: Grant, event: HistoryEvent): Entry {
  const { kind, version, at, before, after } = event;
  return { kind, version, at, actor: actorOf(grant, event), changes: changesBetween(grant, before, after) };
}

function actorOf(grant: Grant, { actor_kind, actor_id, actor_name }: HistoryEvent): Entry['actor'] {
  if (actor_kind === 'member') return { kind: 'member', name: actor_name ?? 'a member' };
  if (actor_kind === 'system') return { kind: 'system', name: 'the service' };
  const own = grant.actor.kind === 'token' && actor_id === grant.actor.id;
  return own
    ? { kind: 'this_token', name: actor_name ?? 'this token' }
    : { kind: 'other_token', name: actor_name ?? 'another integration' };
}

function changesBetween({ campaign }: Grant, before: StoredState | null, after: StoredState): Change[] {
  const changes: Change[] = [];
  const compare = (path: string, from: unknown, to: unknown) => {
    if (!isDeepStrictEqual(from, to)) changes.push({ path, from, to } as Change);
  };
  compare('status', before?.status ?? null, after.status);
  compare('external_id', before?.external_id ?? null, after.external_id);
  for (const { key } of campaign.fields) compare(`fields.${key}`, stored(before, key), stored(after, key));
  return changes;
}

const stored = (state: StoredState | null, key: string): unknown =>
  state && Object.hasOwn(state.values, key) ? state.values[key] : null;
