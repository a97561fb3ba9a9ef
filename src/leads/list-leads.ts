/** `GET /leads`: one page of the leads that the grant sees. */
import type { components, operations } from '../generated/leads.ts';
import type { Handler, JsonText } from '../operation/handler.ts';
import type { LeadContext } from './context.ts';
import { bindingOf } from './cursor.ts';
import { readListQuery } from './list-query.ts';

type Page = components['schemas']['LeadList'];

export const listLeads: Handler<operations['listLeads'], LeadContext> = async (_request, context) => {
  const { grant, store, cursors, query, baseUrl } = context;
  const filters = readListQuery(grant.campaign, query);
  const binding = bindingOf(grant, decisive(query));
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

/** The parameters that decide the leads and their order. The size of a page does not. */
function decisive(query: LeadContext['query']): unknown {
  const { cursor: _cursor, limit: _limit, ...rest } = query;
  return Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1));
}

function nextAddress(baseUrl: string, query: Readonly<Record<string, unknown>>, cursor: string): string {
  const next = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, cursor }))
    next.set(name, Array.isArray(value) ? value.join(',') : String(value));
  return `${baseUrl}/leads?${next}`;
}
