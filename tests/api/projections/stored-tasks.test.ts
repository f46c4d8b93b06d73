import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addHours, dayAt, instantOf, weekOf, type Instant } from '#domain/calendar/calendar.ts';
import { aCaseloadStep, stepIn } from '#kit/caseload-steps.ts';
import { aCaseload, type Caseload } from '#kit/caseloads.ts';
import { ruledWeeksAt, storedWeeksAt } from '#kit/stored-weeks.ts';
import { knownAt, ruledAt, storedAt, type Ruled } from '#kit/stored-and-ruled.ts';
import { inside, worldOfFile } from '#kit/world.ts';
import { recomputeAll, recomputeStale } from '#server/projections/recompute-stale.ts';
import { staleClients } from '#server/projections/stale-clients.rows.ts';

const world = worldOfFile(new Date('2026-10-28T20:30:00.000Z'));

const steps = fc.sample(aCaseloadStep, 260);
const wholeRebuilds = 4;

/** How often the world of a run held each case that could part the two. */
const reached: Record<string, number> = {};
const reach = (name: string, there = true): void => {
  if (there) reached[name] = (reached[name] ?? 0) + 1;
};

/** Which of those cases one client is. */
const reachedBy =
  (moment: Instant) =>
  ({ own, basis: { open, zone }, kinds, goodNews, putOff }: Ruled): void => {
    const on = dayAt(moment, own.zone);
    for (const kind of kinds) reach(`task ${kind}`);
    reach('good news', goodNews);
    reach('put off', putOff);
    reach(
      'mutual help',
      own.served.some(({ service, status }) => service === 'mutual-help' && status === 'present'),
    );
    reach(
      'make-up',
      own.served.some(({ makeUp }) => makeUp),
    );
    reach(
      'on leave',
      own.leaves.some(({ from, to }) => from <= on && (to === null || to >= on)),
    );
    reach('closed day', open.closed.length > 0);
    reach('far zone', own.zone !== zone);
  };

/** A past week in which the clinic was closed throughout: nothing was offered in it. */
const aClosedWeek = ({ world: { db, organizationId, clock } }: Caseload) => {
  const from = addDays(weekOf(dayAt(instantOf(clock.now), 'America/Chicago')), -21);
  return db
    .insertInto('closure')
    .values({ organization_id: organizationId, from_on: from, to_on: addDays(from, 6), kind: 'holiday', label: 'Flood' })
    .execute();
};

test('what is stored of every client is what the rules say, whatever happened and whenever it is read', { timeout: 600_000 }, async () => {
  const caseload = await aCaseload(world);
  const server = { db: world.db, clock: () => world.clock.now };
  await aClosedWeek(caseload);
  await recomputeStale(server, caseload.world.organizationId);
  let [compared, comparedWeeks] = [0, 0];
  for (const [index, step] of steps.entries()) {
    reach(`step ${step.kind}`, await stepIn(caseload, step));
    const now = instantOf(world.clock.now);
    const stale = await inside(caseload.world, (db) => staleClients(db, { now, until: now }, 100));
    // A setting, a closed day or a zone makes everybody's answers old, and so does a week; nothing else leaves anything to work out.
    const forAll = ['settings', 'closure', 'site-zone', 'time-passes'].includes(step.kind);
    if (!forAll) expect([index, step.kind, stale]).toEqual([index, step.kind, []]);
    await recomputeStale(server, caseload.world.organizationId);
    // An answer is good until its horizon; beyond it a read works it out or says so.
    for (const hours of [0, (index * 7) % 24, 24 + ((index * 31) % 140)]) {
      const moment = addHours(now, hours);
      const known = await knownAt(caseload.world, moment);
      const ruled = Object.entries(await ruledAt(caseload.world, moment, reachedBy(moment))).filter(([id]) => known.has(id));
      expect([index, step, moment, await storedAt(caseload.world, moment)]).toEqual([index, step, moment, Object.fromEntries(ruled)]);
      compared += known.size;
      const weeks = await ruledWeeksAt(caseload.world, moment, known, ({ counted }, past) => {
        reach(`week ${counted}`);
        reach('week of a past stay', past);
      });
      expect([index, step, moment, await storedWeeksAt(caseload.world, moment, known)]).toEqual([index, step, moment, weeks]);
      comparedWeeks += weeks.length;
    }
    if (index % Math.ceil(steps.length / wholeRebuilds) === 0) {
      const known = await knownAt(caseload.world, now);
      const before = [await storedAt(caseload.world, now), await storedWeeksAt(caseload.world, now, known)];
      await recomputeAll(server, caseload.world.organizationId);
      expect([await storedAt(caseload.world, now), await storedWeeksAt(caseload.world, now, known)]).toEqual(before);
      reach('rebuilt with nothing changed');
    }
  }
  process.stdout.write(
    `${compared} comparisons of clients and ${comparedWeeks} of weeks, of what is stored with the rules; cases reached: ${JSON.stringify(reached)}\n`,
  );
  expect(compared).toBeGreaterThan(2_000);
  expect(comparedWeeks).toBeGreaterThan(2_000);
  const seldom = Object.entries(reached).filter(
    ([name, times]) => times < (name.startsWith('step') || name.startsWith('rebuilt') ? 2 : 20),
  );
  expect(seldom).toEqual([]);
  expect(Object.keys(reached)).toEqual(expect.arrayContaining(floors));
});

/** Cases without which the test would prove little. */
const floors = [
  ...['safety', 'lost-contact', 'authorization', 'talk', 'sign', 'follow-up', 'hours', 'instrument', 'uncollected', 'review'].map(
    (kind) => `task ${kind}`,
  ),
  'good news',
  'put off',
  'mutual help',
  'make-up',
  'on leave',
  'closed day',
  'far zone',
  ...['met null', 'not-met null', 'left-out hours-unknown', 'left-out nothing-offered', 'of a past stay'].map((kind) => `week ${kind}`),
  ...['merge', 'import', 're-admission', 'cancel-session', 'closure', 'settings', 'site-zone'].map((kind) => `step ${kind}`),
];
