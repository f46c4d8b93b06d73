import { day } from '#domain/calendar/calendar.ts';
import { aClient } from './clients.ts';
import { meetsOn, resultAt, screenOn, sessionOn, slotOn, threeSessions } from './cohort.ts';
import { anOrganization, type World } from './world.ts';

type Client = { readonly clientId: string; readonly episodeId: string };
export type CohortWorld = { readonly ana: Client; readonly ben: Client; readonly cal: Client; readonly dee: Client; readonly gus: Client };

const evenings = [1, 3, 5];

/**
 * Five people over four weeks, 26 October to 22 November 2026, small enough to count by hand. Ana is the only one at the site, and Dee is not on the
 * therapist's caseload. Eli, of a program that the director doesn't work in, and Fay, of another organization, have the same results and must never count.
 */
export async function aCohort(world: World): Promise<CohortWorld> {
  const ana = await aClient(world, { firstName: 'Ana', lastName: 'Abbott', chart: 'A-1' });
  const ben = await aClient(world, { firstName: 'Ben', lastName: 'Bello', chart: 'B-2' });
  const cal = await aClient(world, { firstName: 'Cal', lastName: 'Chen', chart: 'C-3' });
  const dee = await aClient(world, { firstName: 'Dee', lastName: 'Diaz', chart: 'D-4', therapistId: null });
  const gus = await aClient(world, { firstName: 'Gus', lastName: 'Gray', chart: 'G-5' });
  const people = { ana, ben, cal, dee, gus };
  await world.db.updateTable('episode').set({ site_id: world.siteId }).where('id', '=', ana.episodeId).execute();
  await hoursOf(world, people);
  await screensOf(world, people);
  await resultsOf(world, people);
  await strangers(world);
  return people;
}

async function hoursOf(world: World, { ana, ben, cal, dee, gus }: CohortWorld): Promise<void> {
  for (const client of [ana, ben, dee, gus]) await meetsOn(world, client, evenings, 9);
  await meetsOn(world, cal, evenings, null);

  await threeSessions(world, ana, day('2026-11-09'));
  await sessionOn(world, ana, day('2026-11-10'), { time: '09:00' });
  await threeSessions(world, ana, day('2026-11-16'));

  await threeSessions(world, ben, day('2026-11-02'));
  await threeSessions(world, ben, day('2026-11-09'), [{ cancelled: true, status: 'booked' }, {}, {}]);
  await threeSessions(world, ben, day('2026-11-16'), [{}, { status: 'excused' }, { status: 'absent' }]);

  await threeSessions(world, cal, day('2026-11-16'));

  await threeSessions(world, dee, day('2026-11-09'), [{}, { status: 'late', minutes: 150 }, {}]);
  await threeSessions(world, dee, day('2026-11-16'), [{}, { status: 'booked' }, {}]);

  await threeSessions(world, gus, day('2026-11-09'), [null, {}, {}]);
  const closed = { cancelled: true, status: 'booked' } as const;
  await threeSessions(world, gus, day('2026-11-16'), [closed, closed, closed]);
}

async function screensOf(world: World, { ana, ben, cal, dee, gus }: CohortWorld): Promise<void> {
  const due = async (client: Client, on: string, screen: Parameters<typeof screenOn>[3]) =>
    screenOn(world, client, day(on), { ...screen, slotId: await slotOn(world, client, day(on)) });
  await due(ana, '2026-11-16', {});
  await due(ana, '2026-11-19', { findings: { AMP: 'as-expected', COC: 'unexpected-positive' } });
  await due(ben, '2026-11-16', { outcome: 'not-collected' });
  await due(ben, '2026-11-12', { outcome: 'excused' });
  await due(ben, '2026-11-13', { outcome: 'cancelled-by-program' });
  await due(ben, '2026-11-20', { outcome: 'unable' });
  await due(cal, '2026-11-17', { outcome: 'declined' });
  // Nobody wrote anything down: 10 November is past its window, 21 November isn't.
  await slotOn(world, cal, day('2026-11-10'));
  await slotOn(world, cal, day('2026-11-21'));
  // Due on the 11th and met a day later by a collection that names no slot.
  await slotOn(world, dee, day('2026-11-11'));
  await screenOn(world, dee, day('2026-11-12'));
  await screenOn(world, dee, day('2026-11-14'), { scheduled: false, findings: { FEN: 'unexpected-positive' } });
  await due(dee, '2026-11-18', { validity: 'substituted', findings: { AMP: 'not-interpretable' } });
  await due(gus, '2026-11-18', { findings: { BUP: 'prescribed-not-detected', AMP: 'as-expected' } });
  await due(gus, '2026-11-20', { findings: { AMP: 'pending' } });
}

/** It is Monday 23 November, 8:02 in the morning (14:02 UTC). */
async function resultsOf(world: World, { ana, ben, cal, dee, gus }: CohortWorld): Promise<void> {
  await resultAt(world, ana, '2026-11-19T20:00:00Z', { signedAfter: 24 });
  await resultAt(world, cal, '2026-11-10T15:00:00Z', { signedAfter: 71.9, noChange: true });
  await resultAt(world, dee, '2026-11-12T15:00:00Z', { signedAfter: 100 });
  await resultAt(world, dee, '2026-11-17T15:00:00Z');
  await resultAt(world, ben, '2026-11-21T15:00:00Z');
  await resultAt(world, ben, '2026-11-21T16:00:00Z', { signedAfter: 2 });
  await resultAt(world, gus, '2026-11-10T15:00:00Z', { explainedAfter: 20 });
  await resultAt(world, gus, '2026-11-03T15:00:00Z', { amended: true });
}

async function strangers(world: World): Promise<void> {
  const organization_id = world.organizationId;
  const { id: programId } = await world.db
    .insertInto('program')
    .values({ organization_id, name: 'Youth' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const eli = await aClient(world, { firstName: 'Eli', programId, therapistId: null });
  await meetsOn(world, eli, evenings, 9);
  const other = await anOrganization(world.db, 'South');
  const fay = await aClient({ ...world, ...other }, { firstName: 'Fay' });
  for (const [booking, client] of [
    [world, eli],
    [{ ...world, ...other }, fay],
  ] as const) {
    await threeSessions(booking, client, day('2026-11-16'));
    await screenOn(booking, client, day('2026-11-18'), {
      slotId: await slotOn(booking, client, day('2026-11-18')),
      findings: { COC: 'unexpected-positive' },
    });
    await resultAt(booking, client, '2026-11-18T15:00:00Z');
  }
}
