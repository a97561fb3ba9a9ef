/** `GET /leads`: a page of the leads that the grant sees. */
import { createHash } from 'node:crypto';
import type { components, operations } from '../generated/leads.ts';
import type { Handler, JsonText } from '../operation/handler.ts';
import type { LeadContext } from './context.ts';
import { readListQuery } from './list-query.ts';

type Page = components['schemas']['LeadList'];

export const listLeads: Handler<operations['listLeads'], LeadContext> = async (_request, context) => {
  const { grant, store, cursors, query, baseUrl } = context;
  const filters = readListQuery(grant.campaign, query);
  const binding = bindingOf(context);
  const [id, updatedAt] = typeof query.cursor === 'string' ? cursors.open(binding, query.cursor) : [];
  const after = id !== undefined && updatedAt !== undefined ? { id, updatedAt } : undefined;
  const { data, last } = await store.list({ ...filters, after });
  const next = last && cursors.seal(binding, [last.id, last.updatedAt]);
  const headers = next === undefined ? {} : { Link: `<${nextAddress(baseUrl, query, next)}>; rel="next"` };
  return {
    status: 200,
    headers,
    body: `{"data":[${data}],"next_cursor":${JSON.stringify(next ?? null)}}` as JsonText<Page>,
  };
};

/** What a cursor belongs to: everything that decides which leads come in which order. The size of a page does not. */
function bindingOf({ grant, query }: LeadContext): string {
  const { cursor: _cursor, limit: _limit, ...rest } = query;
  const parts = [
    grant.actor.id,
    grant.campaign.id,
    grant.scope,
    Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)),
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64');
}

function nextAddress(baseUrl: string, query: Readonly<Record<string, unknown>>, cursor: string): string {
  const next = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, cursor }))
    next.set(name, Array.isArray(value) ? value.join(',') : String(value));
  return `${baseUrl}/leads?${next}`;
}
