/** The audit log for owners and admins: in pages, and as a CSV file. */

import { type CsvForm, csvStart, csvTime, spreadsheetOf } from '../../access/csv-form.ts';
import type { ManageContext, ManageHandler, Shape } from '../context.ts';
import { requireAuditor } from '../role.ts';
import { type AuditChoice, readEntries } from './audit-entries.ts';
import { csvCell } from './csv-cell.ts';

const defaultLimit = 50;

export const listAudit: ManageHandler<'listAudit'> = async ({ query }, context) => {
  requireAuditor(context);
  const { cursor, limit = defaultLimit, ...choice } = query;
  const { from, to, actor, action, object_kind: kind, object, campaign } = choice;
  const binding = JSON.stringify(['audit', context.member.accountId, actor, action, kind, object, from, to, campaign]);
  const [before] = cursor === undefined ? [] : context.cursors.open(binding, cursor);
  const read = await readEntries(context, choice, { limit: limit + 1, before });
  const data = read.slice(0, limit);
  const last = read.length > limit ? data.at(-1) : undefined;
  return { status: 200, body: { data, next_cursor: last ? context.cursors.seal(binding, [last.id]) : null } };
};

const columns = [
  'at',
  'actor',
  'actor_id',
  'action',
  'object_kind',
  'object_id',
  'object_name',
  'campaign',
  'address',
  'details',
] as const;

/** Entries in one part of the stream. */
const entriesAtOnce = 500;

export const exportAudit: ManageHandler<'exportAudit'> = async ({ query }, context) => {
  requireAuditor(context);
  const { spreadsheet = false, ...choice } = query;
  const form = spreadsheet ? spreadsheetOf(context.member) : undefined;
  // Read before the response starts, because afterwards an error could no longer be reported.
  const first = await readEntries(context, choice, { limit: entriesAtOnce, before: undefined });
  return {
    status: 200,
    body: { mediaType: 'text/csv; charset=utf-8; header=present', chunks: lines(context, choice, first, form) },
  };
};

async function* lines(
  context: ManageContext,
  choice: AuditChoice,
  first: Shape<'AuditEntry'>[],
  form: CsvForm | undefined,
): AsyncGenerator<string> {
  const line = (cells: readonly (string | null)[]) =>
    `${cells.map((cell) => csvCell(cell)).join(form?.separator ?? ',')}\r\n`;
  const time = csvTime(form);
  yield csvStart(form) + line(columns);
  for (let part = first; part.length > 0; ) {
    yield part.map((entry) => line([time(entry.at), ...cellsOf(entry)])).join('');
    if (part.length < entriesAtOnce) return;
    part = await readEntries(context, choice, { limit: entriesAtOnce, before: part.at(-1)?.id });
  }
}

const cellsOf = ({ actor, action, object, campaign, address, details }: Shape<'AuditEntry'>) => [
  actor.name,
  actor.id,
  action,
  object.kind,
  object.id,
  object.name,
  campaign,
  address,
  JSON.stringify(details),
];
