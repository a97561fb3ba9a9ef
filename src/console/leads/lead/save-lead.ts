/**
 * Creates a lead, or changes it from the version that was seen. Throws problems, such as 412 if somebody else changed the
 * lead first.
 */
import { api, ask } from '../../api/client.ts';
import type { Lead } from '../queries.ts';
import { type Draft, draftOf, patchOf } from './draft.ts';

export interface Save {
  /** Undefined for a new lead. */
  readonly base: Lead | undefined;
  readonly draft: Draft;
}

/** A second attempt after a lost connection must not create a second lead, so the same draft has the same idempotency key. */
const keys = new WeakMap<Draft, string>();
function keyOf(draft: Draft): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const key = keys.get(draft) ?? Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  keys.set(draft, key);
  return key;
}

/**
 * Only the campaign's own document knows the members of `fields`. The types of the Management API do not, so these are
 * casts.
 */
export async function saveLead(slug: string, { base, draft }: Save): Promise<Lead> {
  const answer = base
    ? api.PATCH('/campaigns/{slug}/leads/{lead_id}', {
        params: { path: { slug, lead_id: base.id }, header: { 'If-Match': `"${base.version}"` } },
        body: patchOf(draftOf(base), draft) as never,
      })
    : api.POST('/campaigns/{slug}/leads', {
        params: { path: { slug }, header: { 'Idempotency-Key': keyOf(draft) } },
        body: draft as never,
      });
  return (await ask(answer as Promise<{ data?: unknown; response: Response }>)) as Lead;
}

export const readLead = (slug: string, id: string): Promise<Lead> =>
  ask(api.GET('/campaigns/{slug}/leads/{lead_id}', { params: { path: { slug, lead_id: id } } }));
