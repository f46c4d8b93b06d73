import { sql } from 'kysely';

/** Whether anybody was marked, and whether any cup was recorded, in a session. A slot that waits in it doesn't count: the schedule stays hidden. */
export const attendanceTaken = sql<boolean>`exists (select from attendance taken where taken.organization_id = session.organization_id
  and taken.session_id = session.id and taken.status <> 'booked')`;
export const screensRecorded = sql<boolean>`exists (select from screen where screen.organization_id = session.organization_id and screen.session_id = session.id)`;
