import { sql } from 'kysely';
import { addDays, momentOf, type Day } from '#domain/calendar/calendar.ts';
import { insertRows } from '#server/database/insert-rows.ts';
import type { Database } from '#server/database/pool.ts';
import type { World } from './world.ts';

type Scene = {
  readonly world: World;
  readonly organization_id: string;
  readonly client_id: string;
  readonly today: Day;
  readonly on: Day;
  readonly days: number;
  readonly nth: number;
  readonly status: 'present' | 'absent' | 'excused' | 'booked';
};

/** A session of one client's, three hours or half of that; what is ahead is booked. */
export async function aSessionOf(
  db: Database,
  { world, organization_id, client_id, on, days, nth, status }: Scene,
  service: string,
  make_up: boolean,
): Promise<void> {
  const { id: session_id } = await db
    .insertInto('session')
    .values({
      organization_id,
      program_id: world.programId,
      service,
      title: 'Evening group',
      session_on: on,
      starts_at: momentOf(on, '18:00', 'America/Chicago'),
      ends_at: momentOf(on, nth % 3 === 0 ? '19:30' : '21:00', 'America/Chicago'),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('attendance')
    .values({ organization_id, session_id, client_id, session_on: on, status: days > 0 ? 'booked' : status, make_up })
    .execute();
}

export async function aRatedGoal(db: Database, { organization_id, client_id, on, world, today }: Scene): Promise<void> {
  const { rows } = await sql<{ id: string }>`insert into goal (organization_id, client_id, number, title, domain, levels, next_review_on)
    select ${organization_id}, ${client_id}, 1 + count(*), 'Sleep', 'health', '["a","b","c","d","e"]', ${on} from goal where client_id = ${client_id} returning id`.execute(
    db,
  );
  const rated_by = world.staff.therapist.staffId;
  await insertRows(
    db,
    'goal_rating',
    [-10, -3].map((back, at) => ({
      organization_id,
      goal_id: rows[0]?.id ?? '',
      client_id,
      rated_on: addDays(today, back),
      level: at - 1,
      rated_by,
    })),
  );
}
