import { expect, test } from 'vitest';
import { inside, worldOfEachTest } from '#kit/world.ts';
import { admissionDay } from '#domain/attendance/lost-contact.ts';
import { weeksOfCare } from '#domain/attendance/weeks.ts';
import { sessionAttended } from '#domain/attendance/delivered-minutes.ts';
import { day, dayAt, instantOf } from '#domain/calendar/calendar.ts';
import { closedWeeks } from '#domain/cohort/weeks.ts';
import { sessionsOf } from '#server/attendance/attendance.rows.ts';
import { recomputeStale } from '#server/projections/recompute-stale.ts';
import { hoursRows } from '#server/cohort/delivered-hours.rows.ts';
import { ana, bring, clientsFile, sessionsFile } from './intake-files.ts';

const world = worldOfEachTest();

test('a session brought in without times counts as attended, and the hours of its week are unknown', async () => {
  await bring(world, [
    clientsFile(ana),
    sessionsFile(
      'S1,2026-11-10,,,individual,Visit,C1,present,',
      'S2,2026-11-12,,,individual,Visit,C1,absent,',
      'S3,2026-11-17,,,individual,Visit,C1,present,50',
      'S4,2026-11-19,09:00,12:00,group,Morning,C1,present,',
    ),
  ]);
  const { id } = await world.db.selectFrom('client').select('id').executeTakeFirstOrThrow();
  const now = instantOf(world.clock.now);
  const zone = 'America/Chicago';
  const sessions = await inside(world, async (db) => (await sessionsOf(db, [id])).get(id) ?? []);
  expect(sessions.map((session) => [dayAt(session.startsAt, zone), sessionAttended(session)])).toEqual([
    ['2026-11-10', true],
    ['2026-11-12', false],
    ['2026-11-17', true],
    ['2026-11-19', true],
  ]);
  const care = {
    admittedOn: admissionDay(sessions, zone),
    closedOn: null,
    leaves: [],
    prescriptions: [],
    schedule: { enrollments: [], usualWeekdays: [] },
    closedDays: new Set<never>(),
    sessions,
  };
  const weeks = weeksOfCare(care, now, zone);
  expect(weeks.map(({ week, delivered }) => [week, delivered])).toEqual([
    ['2026-11-09', null],
    ['2026-11-16', 50 / 60 + 3],
    ['2026-11-23', null],
  ]);
  await recomputeStale({ db: world.db, clock: () => new Date(now) }, world.organizationId);
  const question = { actor: world.staff.director, now };
  const inCohort = await inside(world, (db) =>
    hoursRows(
      { db, ...question },
      { from: day('2026-11-09'), to: day('2026-11-22') },
      closedWeeks(day('2026-11-09'), day('2026-11-22'), dayAt(now, zone)),
    ),
  );
  expect(inCohort.map(({ on, fact }) => [on, fact.delivered])).toEqual([
    ['2026-11-09', null],
    ['2026-11-16', 50 / 60 + 3],
  ]);
});
