import { describe, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { aClient } from '#kit/clients.ts';
import { requested, done, refusedField, sent } from '#kit/schedule.ts';
import { aSession } from '#kit/sessions.ts';
import { anOrganization, worldOfFile } from '#kit/world.ts';

const world = worldOfFile();

const rowOf = (id: string) => world.db.selectFrom('session').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

async function booked(sessionId: string, status: 'booked' | 'present' = 'booked', on = '2026-11-24'): Promise<string> {
  const { clientId } = await aClient(world);
  const booking = { organization_id: world.organizationId, session_id: sessionId, client_id: clientId, session_on: day(on) };
  await world.db
    .insertInto('attendance')
    .values({ ...booking, status, minutes: null, note: null, recorded_by: null })
    .execute();
  return clientId;
}
const aTuesday = (wanted: { leaderId?: string; title?: string } = {}) => aSession(world, { on: day('2026-11-24'), ...wanted });

const single = (more: Readonly<Record<string, unknown>> = {}) => ({
  service: 'individual',
  title: 'Individual session',
  on: '2026-11-25',
  startsAt: '10:00',
  endsAt: '11:00',
  breakMinutes: 0,
  telehealth: false,
  collectsScreens: false,
  leaderId: world.staff.therapist.staffId,
  programId: world.programId,
  siteId: world.siteId,
  clientIds: [] as string[],
  ...more,
});

describe('a session of its own', () => {
  test('is added with those who are booked, and written down for each of them', async () => {
    const [{ clientId }, other] = [await aClient(world), await aClient(world)];
    const { id, warnings } = await done(
      world,
      'therapist',
      '/sessions',
      single({ telehealth: true, clientIds: [clientId, other.clientId, clientId] }),
    );
    expect(warnings).toEqual([]);
    expect(await requested(world, 'tech', '/sessions?on=2026-11-25')).toMatchObject({
      sessions: [
        { id, title: 'Individual session', groupId: null, telehealth: true, booked: 2, startsAt: '2026-11-25T16:00:00.000Z', version: 1 },
      ],
    });
    const [event] = await world.db
      .selectFrom('audit_event')
      .select('client_ids')
      .where('action', '=', 'sessions.add')
      .orderBy('seq', 'desc')
      .execute();
    expect(event?.client_ids.toSorted()).toEqual([clientId, other.clientId].toSorted());
  });

  test('warns where its leader or its people are somewhere else then, and where the program is closed', async () => {
    const { clientId } = await aClient(world);
    await done(world, 'therapist', '/sessions', single({ on: '2026-11-30', clientIds: [clientId], title: 'First' }));
    await done(world, 'director', '/closures', {
      fromOn: '2026-11-30',
      toOn: '2026-11-30',
      programId: null,
      siteId: null,
      kind: 'closure',
      label: 'Training',
    });
    const before = await done(world, 'therapist', '/sessions', single({ on: '2026-12-01', clientIds: [clientId], title: 'Second' }));
    const { warnings } = await done(
      world,
      'therapist',
      '/sessions',
      single({ on: '2026-12-01', startsAt: '10:30', endsAt: '11:30', clientIds: [clientId] }),
    );
    expect(before.warnings).toEqual([]);
    expect(warnings).toEqual([
      'therapist of North also leads Second, Tue 1 Dec 10 to 11 am.',
      'One person booked here is booked in another session at that time.',
    ]);
    const closed = await done(world, 'therapist', '/sessions', single({ on: '2026-11-30', startsAt: '15:00', endsAt: '16:00' }));
    expect(closed.warnings).toEqual(['The program is closed on Mon 30 Nov: Training.']);
  });

  test('is refused with times that can’t be, for people not in care that day, and in a program that isn’t one’s own', async () => {
    expect(await sent(world, 'therapist', '/sessions', single({ endsAt: '09:00' }))).toMatchObject(
      refusedField('endsAt', /after it starts/),
    );
    const later = await aClient(world, { openedOn: day('2026-11-26') });
    expect(await sent(world, 'therapist', '/sessions', single({ clientIds: [later.clientId] }))).toMatchObject(
      refusedField('clientIds.0', /in care on that day/),
    );
    const { id } = await world.db
      .insertInto('program')
      .values({ organization_id: world.organizationId, name: 'Elsewhere' })
      .returning('id')
      .executeTakeFirstOrThrow();
    expect(await sent(world, 'therapist', '/sessions', single({ programId: id }))).toMatchObject(refusedField('programId', /don’t work/));
    const south = await anOrganization(world.db, 'South');
    const foreign = await aClient(world, { organizationId: south.organizationId, programId: south.programId, therapistId: null });
    expect(await sent(world, 'therapist', '/sessions', single({ clientIds: [foreign.clientId] }))).toMatchObject({
      status: 404,
      body: { code: 'client-unknown' },
    });
  });
});

describe('a session', () => {
  test('cancelled by the program says why, and restored is held', async () => {
    const id = await aTuesday();
    const clientId = await booked(id);
    expect(await done(world, 'therapist', `/sessions/${id}/cancellation`, { because: 'Leader ill, no cover' }, 1)).toMatchObject({
      version: 2,
    });
    expect(await rowOf(id)).toMatchObject({ cancelled_because: 'Leader ill, no cover', closure_id: null });
    expect(await sent(world, 'therapist', `/sessions/${id}/cancellation`, { because: 'Again' }, 2)).toMatchObject({ status: 409 });
    expect(await done(world, 'administrator', `/sessions/${id}/restoration`, {}, 2)).toMatchObject({ version: 3 });
    expect(await rowOf(id)).toMatchObject({ cancelled_because: null });
    const events = await world.db
      .selectFrom('audit_event')
      .select(['action', 'client_ids'])
      .where('action', 'in', ['sessions.cancel', 'sessions.restore'])
      .orderBy('seq')
      .execute();
    expect(events).toEqual([
      { action: 'sessions.cancel', client_ids: [clientId] },
      { action: 'sessions.restore', client_ids: [clientId] },
    ]);
  });

  test('where attendance was taken is neither cancelled nor moved', async () => {
    const id = await aTuesday();
    await booked(id, 'present');
    for (const [path, body] of [
      ['cancellation', { because: 'Too late' }],
      ['time', { on: '2026-11-25', startsAt: '10:00', endsAt: '12:00' }],
    ] as const) {
      expect(await sent(world, 'therapist', `/sessions/${id}/${path}`, body, 1)).toMatchObject({
        status: 409,
        body: { detail: expect.stringContaining('one person') as string },
      });
    }
  });

  test('is moved with its bookings, and a change of its meeting leaves it from then on', async () => {
    const id = await aTuesday();
    const clientId = await booked(id);
    expect(
      await done(world, 'therapist', `/sessions/${id}/time`, { on: '2026-11-27', startsAt: '09:00', endsAt: '11:00' }, 1),
    ).toMatchObject({ version: 2, warnings: [] });
    expect(await rowOf(id)).toMatchObject({ session_on: '2026-11-27', starts_at: '2026-11-27T15:00:00.000Z', kept: true });
    expect(await world.db.selectFrom('attendance').select('session_on').where('client_id', '=', clientId).execute()).toEqual([
      { session_on: '2026-11-27' },
    ]);
    const wrong = { on: '2026-11-27', startsAt: '09:00', endsAt: '08:00' };
    expect(await sent(world, 'therapist', `/sessions/${id}/time`, wrong, 2)).toMatchObject(refusedField('endsAt', /after it starts/));
  });

  test('has a substitute for once, who sees it; a second lead at that time is said', async () => {
    const id = await aTuesday({ leaderId: world.staff.therapist.staffId });
    const staffId = world.staff.director.staffId;
    await aTuesday({ leaderId: staffId, title: 'Other group' });
    const answer = await done(world, 'therapist', `/sessions/${id}/substitute`, { staffId }, 1);
    expect(answer.warnings).toEqual(['director of North also leads Other group, Tue 24 Nov 6 to 9 pm.']);
    expect(await requested(world, 'tech', '/sessions?on=2026-11-24')).toMatchObject({
      sessions: expect.arrayContaining([
        expect.objectContaining({ id, leader: 'therapist of North', substitute: { id: staffId, name: 'director of North' } }),
      ]) as object,
    });
    expect(await sent(world, 'therapist', `/sessions/${id}/substitute`, { staffId: world.staff.therapist.staffId }, 2)).toMatchObject(
      refusedField('staffId', /already/),
    );
    expect(await done(world, 'therapist', `/sessions/${id}/substitute`, { staffId: null }, 2)).toMatchObject({ version: 3 });
  });

  test('is changed by whoever saw its last version, in a program of theirs', async () => {
    const id = await aTuesday();
    expect(await sent(world, 'therapist', `/sessions/${id}/cancellation`, { because: 'Snow' })).toMatchObject({ status: 428 });
    expect(await sent(world, 'therapist', `/sessions/${id}/cancellation`, { because: 'Snow' }, 7)).toMatchObject({ status: 412 });
    expect(await sent(world, 'tech', `/sessions/${id}/cancellation`, { because: 'Snow' }, 1)).toMatchObject({ status: 403 });
    await world.db.deleteFrom('staff_program').where('staff_id', '=', world.staff.therapist.staffId).execute();
    expect(await sent(world, 'therapist', `/sessions/${id}/cancellation`, { because: 'Snow' }, 1)).toMatchObject({
      status: 404,
      body: { code: 'session-unknown' },
    });
  });
});

test('a week of sessions is asked for at once, of one program or site; more than six weeks aren’t', async () => {
  const week = (await requested(world, 'director', `/sessions?on=2026-11-23&until=2026-11-29&program=${world.programId}`)) as unknown as {
    sessions: { on: string }[];
  };
  expect(week.sessions.length).toBeGreaterThan(4);
  expect(await requested(world, 'director', `/sessions?on=2026-11-23&until=2026-11-29&site=${world.siteId}`)).toMatchObject({
    sessions: [{ title: 'Individual session' }],
  });
  expect((await world.as('director').get('/sessions?on=2026-11-23&until=2026-11-22')).status).toBe(400);
  expect((await world.as('director').get('/sessions?on=2026-11-23&until=2027-01-22')).status).toBe(400);
});
