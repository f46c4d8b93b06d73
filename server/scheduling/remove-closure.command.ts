import type { Contract } from '#contract/index.ts';
import { closureOn } from '#domain/scheduling/meetings.ts';
import { clientsBookedIn } from '#server/attendance/bookings.rows.ts';
import { found } from '#server/database/not-found.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { recomputeStale } from '#server/projections/recompute-stale.ts';
import { closuresBetween } from './closures.rows.ts';
import { deleteClosure } from './closures.store.ts';
import { lockAllGroups } from './groups.guards.ts';
import { lockBookings } from './sessions.guards.ts';
import { cancelFor } from './sessions.store.ts';

/** Takes a closure back: its sessions are held again, but for those of a day on which another closure stays. */
export const removeClosure: Procedure<Contract['closures']['remove']> = async ({ closureId }, { actor, db, record, afterwards }) => {
  await lockAllGroups(db);
  const closure = found(await db.selectFrom('closure').selectAll().where('id', '=', closureId).executeTakeFirst(), 'not-found');
  const sessions = await db
    .selectFrom('session')
    .select(['id', 'session_on', 'program_id', 'site_id'])
    .where('closure_id', '=', closureId)
    .execute();
  const ids = sessions.map(({ id }) => id);
  await lockBookings(db, ids);
  const others = (await closuresBetween(db, closure.from_on, closure.to_on)).filter(({ id }) => id !== closureId);
  const held: string[] = [];
  for (const { id, session_on, program_id, site_id } of sessions) {
    const other = closureOn(session_on, { programId: program_id, siteId: site_id }, others);
    await cancelFor(db, other, [id]);
    if (other === null) held.push(id);
  }
  await deleteClosure(db, closureId);
  const people = await clientsBookedIn(db, held);
  await record.changed('closures', people);
  afterwards((server) => recomputeStale(server, actor.organizationId));
  return { sessions: held.length, people: people.length };
};
