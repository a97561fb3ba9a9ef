/** Readers of the change feed for tests: one reads everything, one mirrors the leads from the feed alone. */
import type { Body, Client } from './client.ts';

/** Reads from the cursor until two responses in a row are empty. `undefined` starts at the oldest event. */
export async function readFeed(
  api: Client,
  cursor?: string,
  limit = 1_000,
): Promise<{ events: Body[]; cursor: string }> {
  const events: Body[] = [];
  let empty = 0;
  for (let at = cursor; ; ) {
    const answer = await api.get('/leads/changes', { limit, ...(at !== undefined && { cursor: at }) });
    if (answer.status !== 200) throw new Error(`the feed was refused: ${answer.text}`);
    events.push(...answer.body.data);
    at = String(answer.body.next_cursor);
    // One response may be empty, after a second of hidden events.
    empty = answer.body.data.length === 0 ? empty + 1 : 0;
    if (empty === 2) return { events, cursor: at };
  }
}

/** `kind` and version of the events on one lead. */
export const kindsOf = (events: readonly Body[], leadId: string): string[] =>
  events.filter((event) => event.lead_id === leadId).map(({ kind, version }) => `${kind} ${version}`);

/** A copy of the leads in scope. Fails on an event that comes twice, or out of the order of its lead's versions. */
export class Mirror {
  readonly leads = new Map<string, Body>();
  readonly #versions = new Map<string, number>();

  apply(events: readonly Body[]): void {
    for (const event of events) {
      const { kind, lead_id, version, lead } = event;
      const last = this.#versions.get(lead_id) ?? 0;
      if (version <= last)
        throw new Error(`version ${version} of ${lead_id} came after ${last}: ${JSON.stringify(event)}`);
      this.#versions.set(lead_id, version);
      if (lead) this.leads.set(lead_id, lead);
      else if (kind === 'left_scope' || kind === 'deleted') this.leads.delete(lead_id);
    }
  }

  /** By id. */
  sorted(): Body[] {
    return [...this.leads.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}
