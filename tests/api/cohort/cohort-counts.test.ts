import { beforeAll, expect, test } from 'vitest';
import { addDays, dayAt, instantOf } from '#domain/calendar/calendar.ts';
import { collectedOfScheduled, unexpectedOfCollected } from '#domain/cohort/measures.ts';
import { defaultSettings } from '#domain/programs/settings.ts';
import { aCohort } from '#kit/cohort-world.ts';
import { inside, worldOfFile } from '#kit/world.ts';
import { loadProgram } from '#mocks/fixtures/load.ts';
import { chartOver } from '#server/cohort/measures.ts';
import { screenCountsIn } from '#server/cohort/screen-counts.rows.ts';
import { screenRowsIn } from '#server/cohort/screens.rows.ts';
import { spanOf } from '#server/cohort/cohort-span.guards.ts';
import type { Actor } from '#server/access/actor.ts';

const world = worldOfFile();

beforeAll(async () => {
  await aCohort(world);
  await loadProgram(world.db, { today: dayAt(instantOf(world.clock.now), 'America/Chicago'), now: instantOf(world.clock.now) });
});

/** The one of them with the longest caseload. */
const whoeverIs = async (role: 'director' | 'therapist', organization: string): Promise<Actor> => {
  const row = await world.db
    .selectFrom('staff')
    .innerJoin('organization', 'organization.id', 'staff.organization_id')
    .select(['staff.organization_id', 'staff.id', 'staff.name'])
    .where('organization.name', 'like', `${organization}%`)
    .where('role', '=', role)
    .orderBy(
      (eb) =>
        eb
          .selectFrom('episode')
          .select((of) => of.fn.countAll().as('stays'))
          .whereRef('episode.therapist_id', '=', 'staff.id'),
      'desc',
    )
    .executeTakeFirstOrThrow();
  return { organizationId: row.organization_id, staffId: row.id, name: row.name, role };
};

test.each([
  ['director', 'North'],
  ['director', 'Cairn'],
  ['director', 'Riverbend'],
  ['therapist', 'Cairn'],
] as const)('for a %s of %s the weeks counted where the screens are stored are the weeks counted row by row', async (role, name) => {
  const actor = await whoeverIs(role, name);
  const now = instantOf(world.clock.now);
  const context = { actor, now, zone: 'America/Chicago', settings: defaultSettings };
  const span = spanOf({ from: addDays(dayAt(now, context.zone), -400) }, context);
  const [counts, rows] = await inside({ ...world, organizationId: actor.organizationId }, async (db) => [
    await screenCountsIn({ ...context, db }, {}, span),
    await screenRowsIn({ ...context, db }, {}, span),
  ]);
  expect(rows.length).toBeGreaterThan(0);
  for (const [kind, measured] of [
    ['collected', collectedOfScheduled],
    ['unexpected', unexpectedOfCollected],
  ] as const) {
    const charting = { weeks: span.weeks, shownFrom: span.from, record: { rebases: [], baselines: [] } };
    const byHand = chartOver(kind, rows, measured, charting);
    expect(byHand.trend.weeks).toHaveLength(span.weeks.length);
    expect(chartOver(kind, counts, measured, charting)).toEqual(byHand);
    const reasons = (all: typeof rows) => {
      const { excluded, separate } = measured(all.flatMap(({ fact, exclusion }) => (exclusion === null ? [fact] : [])));
      return Object.fromEntries([...excluded, ...separate].map(({ reason, count }) => [reason, count]));
    };
    expect(reasons(counts)).toEqual(reasons(rows));
  }
});
