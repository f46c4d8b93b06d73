import { day, type Day, type Instant } from '#domain/calendar/calendar.ts';
import { aClient } from './clients.ts';
import { aSession, moment } from './sessions.ts';
import type { World } from './world.ts';

type Planned = { readonly perWeek?: number; readonly maxGapDays?: number };

/** The client's own plan: two a week, at most seven days apart, unless said otherwise. */
export async function hasPlan(world: World, clientId: string, { perWeek = 2, maxGapDays = 7 }: Planned = {}, version = 1): Promise<void> {
  await world.db
    .insertInto('screen_plan')
    .values({
      organization_id: world.organizationId,
      client_id: clientId,
      version,
      per_week: perWeek,
      max_gap_days: maxGapDays,
      panel_id: null,
      why: null,
      from_on: day('2026-11-01'),
      set_by: world.staff.therapist.staffId,
    })
    .execute();
}

export async function aPlannedClient(world: World, plan: Planned = {}): Promise<string> {
  const { clientId } = await aClient(world);
  await hasPlan(world, clientId, plan);
  return clientId;
}

/** A client is expected in sessions. */
export async function booked(world: World, clientId: string, sessionIds: readonly string[], on: readonly Day[]): Promise<void> {
  await world.db
    .insertInto('attendance')
    .values(
      sessionIds.map((session_id, index) => ({
        organization_id: world.organizationId,
        session_id,
        client_id: clientId,
        session_on: on[index] ?? day('2026-11-23'),
        status: 'booked' as const,
      })),
    )
    .execute();
}

/** A client with a place in a session of each of these days. */
export async function comesOn(world: World, clientId: string, days: readonly Day[]): Promise<readonly string[]> {
  const sessionIds = await Promise.all(days.map((on) => aSession(world, { on })));
  await booked(world, clientId, sessionIds, days);
  return sessionIds;
}

/** A screen that the therapist asked for in a session of the world's day. */
export async function aRequestedScreen(world: World, opensAt: Instant = moment('2026-11-23T23:30:00Z')) {
  const { clientId } = await aClient(world);
  const sessionId = await aSession(world, { on: day('2026-11-23') });
  const { id: slotId } = await world.db
    .insertInto('screen_slot')
    .values({
      organization_id: world.organizationId,
      client_id: clientId,
      session_id: sessionId,
      due_on: day('2026-11-23'),
      reason: 'one-off',
      opens_at: opensAt,
      requested_by: world.staff.therapist.staffId,
      requested_at: moment('2026-11-23T14:00:00Z'),
      why: 'For a court date.',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { clientId, slotId };
}
