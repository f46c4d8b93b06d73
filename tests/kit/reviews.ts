import { day, type Day, type Instant } from '#domain/calendar/calendar.ts';
import { aClient } from './clients.ts';
import type { World } from './world.ts';

/** A client with one goal, rated on 9 November, whose review is due. */
export async function aGoal(world: World, clientId?: string): Promise<{ clientId: string; goalId: string }> {
  const client_id = clientId ?? (await aClient(world)).clientId;
  const organization_id = world.organizationId;
  const { id: goal_id } = await world.db
    .insertInto('goal')
    .values({
      organization_id,
      client_id,
      number: 1,
      title: 'Part-time work',
      domain: 'readiness',
      levels: JSON.stringify(['No plan', 'A plan', 'An interview', 'A trial day', 'A job']),
      next_review_on: day('2026-11-24'),
      closed_on: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await world.db
    .insertInto('goal_rating')
    .values({ organization_id, goal_id, client_id, rated_on: day('2026-11-09'), level: -1, rated_by: world.staff.therapist.staffId })
    .execute();
  return { clientId: client_id, goalId: goal_id };
}

/** A phase that is the client's now, with one criterion that a person ticks. */
export async function aPhaseSpan(world: World, clientId: string, wanted: { number: number; from: Day; reviewOn?: Day }): Promise<string> {
  const criteria = [
    { label: '3 weeks in the phase', kind: 'measured-weeks', needed: 3, metOn: null },
    { label: `Plan ${wanted.number} written`, kind: 'recorded', needed: null, metOn: null },
  ];
  const { id } = await world.db
    .insertInto('phase_span')
    .values({
      organization_id: world.organizationId,
      client_id: clientId,
      number: wanted.number,
      name: `Phase name ${wanted.number}`,
      from_on: wanted.from,
      to_on: null,
      review_due_on: wanted.reviewOn ?? null,
      criteria: JSON.stringify(criteria),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function tookPhq9(world: World, clientId: string, scores: readonly (readonly [on: string, score: number])[]): Promise<void> {
  await world.db
    .insertInto('instrument_score')
    .values(
      scores.map(([on, score]) => ({
        organization_id: world.organizationId,
        client_id: clientId,
        instrument: 'PHQ-9',
        taken_on: day(on),
        score,
        item9: 0,
      })),
    )
    .execute();
}

/** An open concern, opened on the morning of the world's clock. */
export async function aConcern(world: World, clientId?: string): Promise<{ clientId: string; concernId: string }> {
  const client_id = clientId ?? (await aClient(world)).clientId;
  const { id: concernId } = await world.db
    .insertInto('safety_concern')
    .values({
      organization_id: world.organizationId,
      client_id,
      opened_at: '2026-11-23T13:31:00.000Z' as Instant,
      trigger: 'item-9',
      source: 'instrument',
      source_facts: JSON.stringify({ instrument: 'PHQ-9' }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { clientId: client_id, concernId };
}
