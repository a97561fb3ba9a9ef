/** What members set for themselves, whatever their role: their name, and the time zone in which they are shown times. */
import { writeAudit } from '../access/audit.ts';
import { refuseInput } from '../problem/problem.ts';
import type { ManageHandler } from './context.ts';
import { changesBetween } from './definition-change.ts';
import { actorOf } from './role.ts';
import { toSession } from './session.ts';

export const updateSession: ManageHandler<'updateSession'> = async ({ body }, context) => {
  const { db, member, session } = context;
  const before = { name: member.name, time_zone: member.timeZone };
  const after = { ...before, ...body };
  if (after.time_zone !== null) refuseUnknownZone(after.time_zone);
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
  return { status: 200, body: toSession({ ...member, name: after.name, timeZone: after.time_zone }, session) };
};

/** Offsets such as `+01:00`, which the runtime knows too, are no zones: they do not know of summer. */
function refuseUnknownZone(timeZone: string): void {
  try {
    if (!/^[+-]/.test(timeZone) && new Intl.DateTimeFormat('en', { timeZone })) return;
  } catch {
    // A RangeError: there is no such zone.
  }
  const detail = '`time_zone` must be a name of the IANA time zone database, such as `Europe/Copenhagen`.';
  throw refuseInput('invalid_request', [{ pointer: '/time_zone', code: 'not_allowed', detail }]);
}
