import type { Day, Instant, Zone } from '#domain/calendar/calendar.ts';
import { closureOn } from '#domain/scheduling/meetings.ts';
import type { Database } from '#server/database/pool.ts';
import { bookedElsewhere } from '#server/attendance/bookings.rows.ts';
import { closuresBetween } from './closures.rows.ts';
import { sessionsLedBy } from './leaders.rows.ts';

type Planned = {
  /** Null where it isn't there yet. */
  readonly sessionId: string | null;
  readonly programId: string;
  readonly siteId: string | null;
  readonly staffId: string | null;
  readonly clientIds: readonly string[];
  readonly on: Day;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly zone: Zone;
};

/** What else there is at the time of a session: a closure, sessions of its leader, and of those who are booked. */
export async function sessionClashes(db: Database, planned: Planned) {
  const { on, programId, siteId } = planned;
  return {
    closure: closureOn(on, { programId, siteId }, await closuresBetween(db, on, on))?.label ?? null,
    led: await sessionsLedBy(db, planned),
    bookedElsewhere: await bookedElsewhere(db, planned),
  };
}
