/** The response to a write: the lead as it is stored. In a dry run, the lead as it would be stored. */
import type { LeadContext } from './context.ts';
import type { Effect, LeadText, Written } from './store/outcome.ts';

/** Says that this was a dry run, and what the request would do. */
export const dryRunHeader = (effect: Effect | 'delete' | 'batch') => ({ 'Dry-Run': effect });

/** 201 with the new lead and its address. */
export async function created(written: Written, context: LeadContext) {
  if (context.dryRun) return { status: 201, ...(await tried(written, context)) } as const;
  const { baseUrl, tags } = context;
  const { id, version } = written.lead;
  return {
    status: 201,
    headers: { ETag: tags.of(version, written.duplicateOf), Location: `${baseUrl}/leads/${id}` },
    body: shownLead(written),
  } as const;
}

/** 200 with the lead as it is now. */
export async function changed(written: Written, context: LeadContext) {
  if (context.dryRun) return { status: 200, ...(await tried(written, context)) } as const;
  const { lead } = written;
  return { status: 200, headers: { ETag: context.tags.of(lead.version) }, body: lead.json } as const;
}

async function tried(written: Written, { store }: LeadContext) {
  const [shown = written] = await store.takeBack([written]);
  return { headers: dryRunHeader(written.effect), body: shownLead(shown) };
}

/** The lead as JSON; a new lead also names the visible lead that it is a duplicate of. */
export function shownLead({ lead, duplicateOf }: Written): LeadText {
  if (duplicateOf === undefined) return lead.json;
  return `${lead.json.slice(0, -1)},"duplicate_of":${JSON.stringify(duplicateOf)}}` as LeadText;
}
