import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sessionsAttended, twoMissedInARow } from '#domain/attendance/lost-contact.ts';
import { holds180, servedDays } from '#domain/attendance/hours-totals.ts';
import { dayAt, instantOf } from '#domain/calendar/calendar.ts';
import { fullDays, mondayOf, shareCounted, shifted, twoMissed, weeksCounted, type RawBooking, type Schedule } from '#kit/recount.ts';
import { aDiary, rawBookings, schedules, type Diary } from '#kit/recount-world.ts';
import { aStep, firstMarks, taken } from '#kit/recount-steps.ts';
import { inside, worldOfFile } from '#kit/world.ts';
import { sessionsOf } from '#server/attendance/attendance.rows.ts';

const world = worldOfFile();

const scheduleOf = (nth: number): Schedule => schedules[nth] ?? { weekdays: [], hoursPerWeek: 0 };

type Week = { readonly week: string; readonly prescribed: number; readonly delivered: number | null; readonly cancelled: number };
const near = (hours: number | null): number | null => (hours === null ? null : Math.round(hours * 1e4) / 1e4);

/** The weeks as the client's page draws them. */
async function weeksShown({ world: here }: Diary, clientId: string) {
  const page = await (await here.as('director').get(`/clients/${clientId}`)).json();
  const weeks = page.journey.weeks.map((week: object) => Object.fromEntries(Object.entries(week).filter(([name]) => name !== 'partial')));
  return { weeks, needs: page.needs as { kind: string; why: string }[] };
}

/** Everything that the product says of attendance is what the minutes, counted one by one, say. */
async function agrees(diary: Diary, zone: string, sunday: string): Promise<number> {
  const now = world.clock.now.getTime();
  const raw: RawBooking[][] = [];
  let known = 0;
  for (const [nth, clientId] of diary.clientIds.entries()) {
    const bookings = await rawBookings(diary.world, clientId);
    raw.push([...bookings]);
    const counted = weeksCounted(bookings, scheduleOf(nth), now, zone);
    known += counted.filter(({ delivered }) => delivered !== null && delivered > 0).length;
    const shown = await weeksShown(diary, clientId);
    const rounded = (weeks: readonly Record<string, unknown>[]) =>
      weeks.map((week) =>
        Object.fromEntries(Object.entries(week).map(([name, value]) => [name, typeof value === 'number' ? near(value) : value])),
      );
    expect(rounded(shown.weeks)).toEqual(rounded(counted));

    const missed = twoMissed(bookings, now, zone);
    const facts = await inside(diary.world, async (db) => (await sessionsOf(db, [clientId])).get(clientId) ?? []);
    const run = twoMissedInARow(facts, [], instantOf(world.clock.now), zone);
    expect(run?.map(({ startsAt }) => dayAt(startsAt, zone)) ?? null).toEqual(missed);
    // Who came to a session that was cancelled over their head has been seen all the same.
    const seen = bookings.some((one) => one.cancelled_because !== null && ['present', 'late', 'left-early'].includes(one.status));
    if (missed !== null && counted.length > 0 && !seen) expect(shown.needs.map(({ kind }) => kind)).toContain('lost-contact');
    expect(sessionsAttended(facts)).toEqual(shareCounted(bookings));
    const full = servedDays(facts, instantOf(world.clock.now), zone).filter((one) => holds180(one) === true);
    expect(full.map(({ on }) => on)).toEqual(fullDays(bookings, zone));
  }
  await cohortAgrees(diary, raw, now, zone, sunday);
  return known;
}

/** The cohort's share of hours over the closed weeks, with weeks that nobody knows left out. */
async function cohortAgrees(diary: Diary, raw: readonly RawBooking[][], now: number, zone: string, sunday: string): Promise<void> {
  const [from, to] = [shifted(sunday, -13), shifted(sunday, 7)];
  const answer = await diary.world.as('director').get(`/cohort/hours/people?from=${from}&to=${to}&counted=all`);
  const { rows } = await answer.json();
  const expected = raw.flatMap((bookings, nth) =>
    (weeksCounted(bookings, scheduleOf(nth), now, zone) as Week[])
      .filter(({ week }) => week >= mondayOf(from) && week <= mondayOf(to))
      .map(({ week, prescribed, delivered, cancelled }) => ({
        clientId: diary.clientIds[nth],
        on: week,
        hours: { delivered: near(delivered), offered: near(Math.max(0, prescribed - cancelled)) },
      })),
  );
  type Row = {
    readonly clientId: string;
    readonly on: string;
    readonly hours: { readonly delivered: number | null; readonly offered: number | null };
  };
  const said = (rows as Row[]).map(({ clientId, on, hours }) => ({
    clientId,
    on,
    hours: { delivered: near(hours.delivered), offered: near(hours.offered) },
  }));
  const order = (a: { clientId?: string | undefined; on: string }, b: typeof a): number =>
    `${a.clientId} ${a.on}` < `${b.clientId} ${b.on}` ? -1 : 1;
  expect(said.toSorted(order)).toEqual(expected.toSorted(order));
}

const zones = ['America/New_York', 'America/Phoenix', 'Pacific/Honolulu', 'America/Puerto_Rico', 'Pacific/Auckland'] as const;
/** The Sundays on which clocks change, where they do; a zone without summer time is counted over the same weeks. */
const sundays = (zone: string): readonly string[] =>
  zone === 'Pacific/Auckland' ? ['2026-04-05', '2026-09-27'] : ['2026-03-08', '2026-11-01'];

test.each(zones.flatMap((zone) => sundays(zone).map((sunday) => [zone, sunday] as const)))(
  'in %s around %s, every figure of attendance equals a recount of the minutes, whatever was marked, corrected, cancelled, moved and made up',
  async (zone, sunday) => {
    // The Wednesday after the last week, so that two weeks and the one with the change are closed.
    world.clock.now = new Date(`${shifted(sunday, 10)}T20:00:00Z`);
    let known = 0;
    await fc.assert(
      fc.asyncProperty(firstMarks, fc.array(aStep, { minLength: 6, maxLength: 30 }), async (first, steps) => {
        const diary = await aDiary(world, zone, sunday);
        for (const step of [...first, ...steps]) expect([200, 400, 404, 409, 412]).toContain(await taken(step, diary));
        known += await agrees(diary, zone, sunday);
      }),
      { numRuns: 3, endOnFailure: true },
    );
    // Weeks that nobody knows agree too easily.
    expect(known).toBeGreaterThan(8);
  },
  120_000,
);
