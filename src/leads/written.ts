/** The answers of a write: the lead as it is stored, or what a dry run would have stored. */
import type { components } from '../generated/leads.ts';
import type { LeadContext } from './context.ts';
import type { LeadText, Written } from './store/outcome.ts';

type DryRun = components['schemas']['DryRun'];

/** 201 with the new lead and its address. */
export function created(written: Written, { baseUrl, tags }: Pick<LeadContext, 'baseUrl' | 'tags'>) {
  const { id, version } = written.lead;
  return {
    status: 201,
    headers: { ETag: tags.of(version, written.duplicateOf), Location: `${baseUrl}/leads/${id}` },
    body: leadText(written),
  } as const;
}

/** 200 with the lead as it is now. */
export function changed({ lead }: Written, { tags }: Pick<LeadContext, 'tags'>) {
  return { status: 200, headers: { ETag: tags.of(lead.version) }, body: lead.json } as const;
}

/** The lead as JSON; a new one names the visible lead that it is a duplicate of. */
export function leadText({ lead, duplicateOf }: Written): LeadText {
  if (duplicateOf === undefined) return lead.json;
  return `${lead.json.slice(0, -1)},"duplicate_of":${JSON.stringify(duplicateOf)}}` as LeadText;
}

/** What would happen. `undefined`: the lead would be deleted. `never`: leads that there will not be either. */
export function plan(written: Written | undefined, never?: ReadonlySet<string>): Omit<DryRun, 'dry_run'> {
  if (!written) return { would: 'delete', lead: null };
  const { effect, duplicateOf } = written;
  const { status, external_id, fields } = JSON.parse(written.lead.json) as components['schemas']['Lead'];
  const marked = duplicateOf !== undefined && !never?.has(duplicateOf);
  return { would: effect, lead: { status, external_id, fields, ...(marked && { duplicate_of: duplicateOf }) } };
}

/** 200 with what a dry run would have done. */
export function rehearsed(written: Written | undefined) {
  return { status: 200, body: { dry_run: true, ...plan(written) } } as const;
}
