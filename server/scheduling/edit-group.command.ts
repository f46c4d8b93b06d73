import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { refuseNameTaken, refuseUnknownLocation } from '#server/programs/locations.guards.ts';
import { groupToEdit } from './groups.guards.ts';
import { changeGroup } from './groups.store.ts';
import { moveGroupSessions } from './sessions.store.ts';

/** Another name, location or capacity; the sessions from today on go along. */
export const editGroup: Procedure<Contract['groups']['edit']> = async ({ groupId, name, programId, siteId, capacity }, context) => {
  const { db, now, zone, record } = context;
  const group = await groupToEdit(groupId, context);
  await refuseUnknownLocation(db, { programId, siteId });
  await refuseNameTaken(db, 'care_group', { id: groupId, name });
  const changed = await changeGroup(db, groupId, { name, program_id: programId, site_id: siteId, capacity });
  // What is past was held where it was held.
  if (group.program_id !== programId || group.site_id !== siteId)
    await moveGroupSessions(db, groupId, { programId, siteId, from: dayAt(now, zone) });
  await record.changed('groups', []);
  return changed;
};
