import { addDays, dayAt } from '#domain/calendar/calendar.ts';
import { scheduleDays } from '#domain/scheduling/meetings.ts';
import { generateSessions } from '#server/scheduling/generated-sessions.store.ts';
import { noteWhenGroupMeets } from '#server/scheduling/meeting-text.store.ts';
import type { Job } from './run-jobs.ts';

/** Every group's sessions are there for eight weeks ahead, and for as far back as a meeting may begin. */
export const sessionsAhead: Job = {
  name: 'upkeep.sessions',
  parts: async ({ db }) => {
    const groups = await db.selectFrom('meeting').select('group_id').distinct().orderBy('group_id').execute();
    return groups.map(({ group_id }) => group_id);
  },
  keep: async ({ db, now, zone }, groupId) => {
    const today = dayAt(now, zone);
    const made = await generateSessions(db, groupId, { from: addDays(today, -scheduleDays), to: addDays(today, scheduleDays), zone });
    // A meeting that began or ended since changes what the group says of itself.
    const saidAnew = await noteWhenGroupMeets(db, groupId, today);
    return [...(made > 0 ? ['sessions'] : []), ...(saidAnew ? ['groups'] : [])];
  },
};
