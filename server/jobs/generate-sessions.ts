import { addDays, dayAt } from '#domain/calendar/calendar.ts';
import { scheduleDays } from '#domain/scheduling/meetings.ts';
import { generateSessions } from '#server/scheduling/generated-sessions.store.ts';
import { noteWhenGroupMeets } from '#server/scheduling/groups.store.ts';
import type { Job } from './job.ts';

/** Every group's sessions are there for eight weeks ahead, and for as far back as a meeting may begin. */
export const generateSessionsAhead: Job = {
  name: 'jobs.sessions',
  parts: async ({ db }) => {
    const groups = await db.selectFrom('meeting').select('group_id').distinct().orderBy('group_id').execute();
    return groups.map(({ group_id }) => group_id);
  },
  run: async ({ db, now, zone }, groupId) => {
    const today = dayAt(now, zone);
    const made = await generateSessions(db, groupId, { from: addDays(today, -scheduleDays), to: addDays(today, scheduleDays), zone });
    // A meeting that began or ended since changes when the group meets.
    const meetsAnew = await noteWhenGroupMeets(db, groupId, today);
    return [...(made > 0 ? ['sessions'] : []), ...(meetsAnew ? ['groups'] : [])];
  },
};
