import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { leftBecause } from '#domain/scheduling/meeting-changes.ts';
import type { Database } from '#server/database/pool.ts';
import type { MadeSession } from './reschedule.store.ts';
import { refuseNameTaken, refuseUnknownLocation } from '#server/programs/locations.guards.ts';
import type { Context, ProceduresOf } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';

type Groups = ProceduresOf<Contract['groups']>;

/** The group, held until the change is done, where the version is the one that was seen. */
export async function groupToEdit(groupId: string, { db, version }: Pick<Context, 'db' | 'version'>) {
  const group = await db.selectFrom('care_group').selectAll().where('id', '=', groupId).forNoKeyUpdate().executeTakeFirst();
  if (group === undefined) throw new Refusal('not-found');
  if (group.version !== version) throw new Refusal('stale');
  return group;
}

export type GroupToEdit = Awaited<ReturnType<typeof groupToEdit>>;

/** Everybody who is or was on a group's roster: whose bookings a change of it may touch. */
export async function rosterOf(db: Database, groupId: string): Promise<string[]> {
  const rows = await db.selectFrom('group_enrollment').select('client_id').distinct().where('group_id', '=', groupId).execute();
  return rows.map(({ client_id }) => client_id);
}

/** The sessions that a change left as they were, each with why. */
export const leftOf = (made: readonly MadeSession[]) =>
  made.flatMap(({ row, made: facts }) => {
    const because = leftBecause(facts);
    return because === null ? [] : [{ sessionId: row.id, on: row.session_on, title: row.title, because }];
  });

export const addGroup: Groups['add'] = async ({ name, programId, siteId, capacity }, { db, actor, record }) => {
  await refuseUnknownLocation(db, { programId, siteId });
  await refuseNameTaken(db, 'care_group', { id: null, name });
  const made = await db
    .insertInto('care_group')
    .values({ organization_id: actor.organizationId, program_id: programId, site_id: siteId, name, meets: '', weekdays: [], capacity })
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();
  await record.changed('groups', []);
  return made;
};

export const editGroup: Groups['edit'] = async ({ groupId, name, programId, siteId, capacity }, context) => {
  const { db, now, zone, record } = context;
  const group = await groupToEdit(groupId, context);
  await refuseUnknownLocation(db, { programId, siteId });
  await refuseNameTaken(db, 'care_group', { id: groupId, name });
  const kept = await db
    .updateTable('care_group')
    .set((eb) => ({ name, program_id: programId, site_id: siteId, capacity, version: eb('version', '+', 1) }))
    .where('id', '=', groupId)
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();
  if (group.program_id !== programId || group.site_id !== siteId) {
    // What is past was held where it was held.
    await db
      .updateTable('session')
      .set({ program_id: programId, site_id: siteId })
      .where('group_id', '=', groupId)
      .where('meeting_id', 'is not', null)
      .where('session_on', '>=', dayAt(now, zone))
      .execute();
  }
  await record.changed('groups', []);
  return kept;
};
