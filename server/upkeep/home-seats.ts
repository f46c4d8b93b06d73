import { dayAt } from '#domain/calendar.ts';
import { seatInHomeGroups } from '../facts/home-seats.ts';
import type { Duty } from '../upkeep.ts';

/** Whoever came with a file and has a home group is on its roster, whichever way the file was brought in. */
export const homeSeats: Duty = {
  name: 'upkeep.rosters',
  parts: () => Promise.resolve(['rosters']),
  keep: async ({ db, now, zone }) => ((await seatInHomeGroups(db, dayAt(now, zone))).length > 0 ? ['groups', 'sessions'] : []),
};
