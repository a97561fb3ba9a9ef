/**
 * Settings that members change for themselves, whatever their role: their name, the time zone of the times they see, and the
 * CSV form that their spreadsheet reads.
 */
import { sql } from 'kysely';
import { writeAudit } from '../../access/audit.ts';
import type { Database } from '../../database/connection.ts';
import { refuseInput } from '../../problem/problem.ts';
import type { ManageHandler } from '../context.ts';
import { changesBetween } from '../definition/definition-change.ts';
import { actorOf } from '../role.ts';
import { toSession } from './sign-in.ts';

export const updateSession: ManageHandler<'updateSession'> = async ({ body }, context) => {
  const { db, member, session } = context;
  const before = {
    name: member.name,
    time_zone: member.timeZone,
    csv_separator: member.csvSeparator,
    csv_decimal: member.csvDecimal,
  };
  const after = { ...before, ...body };
  if (typeof body.time_zone === 'string') await refuseUnknownZone(db, body.time_zone);
  if (after.csv_separator === after.csv_decimal) throw commaForBoth(body.csv_decimal === undefined);
  const [change] = changesBetween('member_changed', {}, before, after);
  if (change) {
    await db.transaction().execute(async (trx) => {
      await trx.updateTable('members').set(after).where('id', '=', member.id).execute();
      await writeAudit(trx, {
        ...actorOf(context),
        action: 'member.update',
        object: { kind: 'member', id: member.id, name: after.name },
        details: { from: change.from, to: change.to },
      });
    });
  }
  const { name, time_zone: timeZone, csv_separator: csvSeparator, csv_decimal: csvDecimal } = after;
  return { status: 200, body: toSession({ ...member, name, timeZone, csvSeparator, csvDecimal }, session) };
};

function commaForBoth(separatorWasSent: boolean): Error {
  const pointer = separatorWasSent ? '/csv_separator' : '/csv_decimal';
  const detail = 'The separator and the decimal sign cannot both be a comma.';
  return refuseInput('invalid_request', [{ pointer, code: 'not_allowed', detail }]);
}

/**
 * Refuses offsets such as `+01:00`, which the runtime accepts too, because they have no summer time. PostgreSQL writes the
 * times of exports in this zone, and has its own list of zones.
 */
async function refuseUnknownZone(db: Database, timeZone: string): Promise<void> {
  try {
    if (!/^[+-]/.test(timeZone) && new Intl.DateTimeFormat('en', { timeZone })) {
      await sql`select now() at time zone ${timeZone}`.execute(db);
      return;
    }
  } catch (error) {
    if (!(error instanceof RangeError) && !isUnknownToDatabase(error)) throw error;
  }
  const detail = '`time_zone` must be a name of the IANA time zone database, such as `Europe/Copenhagen`.';
  throw refuseInput('invalid_request', [{ pointer: '/time_zone', code: 'not_allowed', detail }]);
}

/** 22023: invalid_parameter_value. */
const isUnknownToDatabase = (error: unknown): boolean => (error as { code?: unknown }).code === '22023';
