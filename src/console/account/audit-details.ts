/** The details of an audit entry as lines: the old and the new values, deadlines and counts. */
import type { Entry } from './audit-words.ts';

type Details = Readonly<Record<string, unknown>>;

const names: Readonly<Record<string, string>> = {
  csv_decimal: 'Decimal sign in CSV',
  csv_separator: 'Separator in CSV',
  default_country: 'Country of phone numbers',
  default: 'Default',
  expires_at: 'Expires',
  filter_id: 'Filter',
  is_default: 'Default status',
  max: 'Maximum',
  max_length: 'Maximum length',
  min: 'Minimum',
  notes: 'Notes for the vendor',
  requests_per_minute: 'Requests a minute',
  searchable: 'Filterable',
  support_contact: 'Support contact',
  time_zone: 'Time zone',
  vendor_notes: 'Notes for every vendor',
  writes_per_minute: 'Leads written a minute',
};

const kinds: Readonly<Record<string, string>> = {
  campaign_created: 'Campaign created',
  campaign_deleted: 'Campaign deleted',
  change_announced: 'Scheduled',
  change_failed: 'Failed',
  change_withdrawn: 'Withdrawn',
};

const values: Readonly<Record<string, string>> = {
  read: 'Read',
  read_write: 'Read and write',
  account: 'All campaigns',
  campaign: 'The whole campaign',
  filter: 'The leads of a filter',
};

const labelOf = (key: string): string => {
  const text = names[key] ?? key.replaceAll('_', ' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
};

/** `exact` writes a time in the member's time zone. */
export function detailLines({ action, details }: Entry, exact: (at: string) => string): string[] {
  const { shown, ofChange } = lineMaker(exact);
  const {
    from,
    to,
    changes,
    changed,
    filters,
    grace_seconds: grace,
    problem,
    copy_of: model,
    ended,
    ...rest
  } = details;
  const lines = [
    ...differences(from, to, shown),
    ...(Array.isArray(changes) ? changes.flatMap((change: Details) => ofChange(change)) : []),
  ];
  if (Array.isArray(changed)) lines.push(`Changed: ${changed.map((path) => pathName(String(path))).join(', ')}`);
  if (action === 'lead.export') {
    const used = Array.isArray(filters) ? filters.map((name) => pathName(String(name))).join(', ') : '';
    lines.push(used === '' ? 'All leads, without a filter' : `Filtered by: ${used}`);
  }
  if (typeof grace === 'number')
    lines.push(grace === 0 ? 'The old secret ended at once' : `The old secret works for ${span(grace)} more`);
  if (typeof problem === 'string') lines.push(problem);
  if (typeof model === 'string') lines.push(`Copied from ${model}`);
  if (typeof ended === 'number') lines.push(`Sessions ended: ${ended}`);
  for (const key of ['owner', 'role', 'scope', 'permission'])
    if (typeof rest[key] === 'string') lines.push(`${labelOf(key)}: ${shown(rest[key])}`);
  return lines;
}

function lineMaker(exact: (at: string) => string) {
  const shown = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return 'none';
    if (typeof value === 'boolean') return value ? 'yes' : 'no';
    if (typeof value === 'object') return 'changed';
    const text = String(value);
    if (/^\d{4}-\d\d-\d\dT/.test(text)) return exact(text);
    return values[text] ?? text;
  };
  const ofChange = ({ kind, from, to, at, moved }: Details): string[] => {
    const lines = differences(from, to, shown);
    if (typeof at === 'string') lines.push(`${kinds[String(kind)] ?? 'For'}: ${exact(at)}`);
    if (typeof moved === 'number') lines.push(`Leads moved to another status: ${moved.toLocaleString('en')}`);
    return lines;
  };
  return { shown, ofChange };
}

/** "Label: Zip → Post code", a line for each property of `to`. */
function differences(from: unknown, to: unknown, shown: (value: unknown) => string): string[] {
  if (typeof to !== 'object' || to === null) return [];
  const before = (typeof from === 'object' && from !== null ? from : {}) as Details;
  return Object.entries(to as Details).map(([key, value]) => {
    if (typeof value === 'object' && value !== null) return `${labelOf(key)}: changed`;
    return `${labelOf(key)}: ${shown(before[key])} → ${shown(value)}`;
  });
}

/** "fields.zip" → "zip". */
const pathName = (path: string): string => (path.startsWith('fields.') ? path.slice(7) : labelOf(path));

function span(seconds: number): string {
  const [count, unit] =
    seconds % 86_400 === 0
      ? [seconds / 86_400, 'day']
      : seconds % 3_600 === 0
        ? [seconds / 3_600, 'hour']
        : [Math.round(seconds / 60), 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
