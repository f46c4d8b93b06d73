import { day, type Day } from '#domain/calendar/calendar.ts';
import { addressOf, aScreen, aSignature, aTalk, anAdjustment, post, seen } from './adjustments.ts';
import { attended, weekly } from './attendance.ts';
import { aClient } from './clients.ts';
import type { World } from './world.ts';

const negative = { COC: { result: 'negative' }, FEN: { result: 'negative' } } as const;

/**
 * Sixteen weeks of one evening, prescribed by nobody; a phase with one criterion on record and one that nobody looked at; a goal rated twice and
 * PHQ-9 twice; cocaine on 1 October, answered the next morning; two screens since. It is then 23 November.
 */
export async function aJourney(world: World): Promise<{ clientId: string }> {
  const { clientId } = await aClient(world, { chart: '4417', firstName: 'Jordan', lastName: 'Marsh' });
  await attended(world, [clientId], weekly(day('2026-11-18'), 16));
  await aPhase(world, clientId, day('2026-08-05'));
  await progress(world, clientId);
  world.clock.now = new Date('2026-10-02T14:02:00.000Z');
  const { adjustmentId } = await anAdjustment(world, clientId, { on: day('2026-10-01') });
  const step = async (name: string, body: unknown, version: number) => {
    const answer = await post(world, 'therapist', addressOf(clientId, adjustmentId, name), body, seen(version));
    if (!answer.ok) throw new Error(`${name} was refused: ${await answer.text()}`);
  };
  await step('talk', aTalk({ ownWords: 'The evenings are long.' }), 1);
  const group = { line: 'add-group', what: 'Saturday skills group', fromOn: '2026-10-03', who: world.staff.therapist.staffId };
  await step('signature', aSignature(world, { followUpOn: '2026-10-16', changes: [group] }), 2);
  for (const on of ['2026-11-05', '2026-11-12']) await aScreen(world, clientId, { on: day(on), results: negative });
  world.clock.now = new Date('2026-11-23T14:02:00.000Z');
  return { clientId };
}

async function aPhase(world: World, client_id: string, from_on: Day): Promise<void> {
  const criteria = [
    { code: 'plan', label: 'Continuing-care plan on record', kind: 'recorded', needed: null, metOn: '2026-09-14' },
    { code: 'home', label: 'A safe place to live', kind: 'attested', needed: null, metOn: null },
  ];
  await world.db
    .insertInto('phase_span')
    .values({
      organization_id: world.organizationId,
      client_id,
      number: 1,
      name: 'Begin',
      from_on,
      to_on: null,
      review_due_on: null,
      criteria: JSON.stringify(criteria),
    })
    .execute();
}

async function progress(world: World, client_id: string): Promise<void> {
  const organization_id = world.organizationId;
  const { id: goal_id } = await world.db
    .insertInto('goal')
    .values({
      organization_id,
      client_id,
      number: 1,
      title: 'Part-time work',
      domain: 'life',
      levels: '[]',
      next_review_on: null,
      closed_on: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const of = { organization_id, client_id };
  const rated_by = world.staff.therapist.staffId;
  await world.db
    .insertInto('goal_rating')
    .values([
      { ...of, goal_id, rated_on: day('2026-08-12'), level: -2, rated_by },
      { ...of, goal_id, rated_on: day('2026-10-14'), level: 0, rated_by },
    ])
    .execute();
  await world.db
    .insertInto('instrument_score')
    .values([
      { ...of, instrument: 'PHQ-9', taken_on: day('2026-08-12'), score: 14, item9: 0 },
      { ...of, instrument: 'PHQ-9', taken_on: day('2026-10-14'), score: 7, item9: 0 },
    ])
    .execute();
}
