/** Creates a lead, or changes what was changed of it, from the version that was seen. Throws problems: 412 when somebody was faster. */
import { api, ask } from '../api/client.ts';
import type { Draft, Patch } from './draft.ts';
import type { Lead } from './queries.ts';

/** The campaign's own document says what `fields` holds; the Management API's types cannot, hence the casts. */
export async function saveLead(slug: string, base: Lead | undefined, draft: Draft, patch: Patch): Promise<Lead> {
  const answer = base
    ? api.PATCH('/campaigns/{slug}/leads/{lead_id}', {
        params: { path: { slug, lead_id: base.id }, header: { 'If-Match': `"${base.version}"` } },
        body: patch as never,
      })
    : api.POST('/campaigns/{slug}/leads', { params: { path: { slug } }, body: draft as never });
  return (await ask(answer as Promise<{ data?: unknown; response: Response }>)) as Lead;
}

export const readLead = (slug: string, id: string): Promise<Lead> =>
  ask(api.GET('/campaigns/{slug}/leads/{lead_id}', { params: { path: { slug, lead_id: id } } }));
