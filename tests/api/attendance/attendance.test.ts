import { describe, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { aClient } from '#kit/clients.ts';
import { aMark, aRoster, booked } from '#kit/rosters.ts';
import { aSession } from '#kit/sessions.ts';
import { anOrganization, type World, worldOfFile } from '#kit/world.ts';

const world = worldOfFile();

type Who = Parameters<World['as']>[0];
const rosterOf = async (sessionId: string, who: Who = 'tech') => (await world.as(who).get(`/sessions/${sessionId}/attendance`)).json();
const send = (sessionId: string, rows: readonly object[], who: Who = 'tech', headers = {}) =>
  world.as(who).post(`/sessions/${sessionId}/attendance`, { rows }, headers);
const rowOf = async (sessionId: string, clientId: string) =>
  (await rosterOf(sessionId)).rows.find((row: { clientId: string }) => row.clientId === clientId);
const start = '2026-11-23T00:00:00.000Z';
const end = '2026-11-23T03:00:00.000Z';
const cancel = (sessionId: string) =>
  world.db.updateTable('session').set({ cancelled_because: 'Snow closure' }).where('id', '=', sessionId).execute();

test('the roster says who is booked, with two identifiers, and that nobody is marked yet', async () => {
  const { sessionId } = await aRoster(world, ['Bello', 'Abbott']);
  const roster = await rosterOf(sessionId);
  expect(roster.session).toMatchObject({
    id: sessionId,
    startsAt: start,
    endsAt: end,
    breakMinutes: 0,
    opensAt: '2026-11-22T23:45:00.000Z',
  });
  expect(roster.rows).toMatchObject([
    { name: 'Abbott, T.', bornOn: '1992-02-12', status: null, arrivedAt: null, minutes: null, version: 1, marked: null, missed: [] },
    { name: 'Bello, T.', status: null },
  ]);
});

test('present stamps the scheduled times, late and left early keep theirs, and each counts its minutes', async () => {
  const { sessionId, clientIds } = await aRoster(world, ['Abbott', 'Chen', 'Diaz', 'Ek', 'Fox', 'Greer']);
  const [abbott = '', chen = '', diaz = '', ek = '', fox = ''] = clientIds;
  await world.db.updateTable('session').set({ break_minutes: 20 }).where('id', '=', sessionId).execute();
  const answer = await send(sessionId, [
    aMark(abbott),
    aMark(chen, { status: 'late', arrivedAt: '2026-11-23T00:20:00Z', note: 'bus' }),
    aMark(diaz, { status: 'left-early', leftAt: '2026-11-23T02:45:00Z', telehealth: true }),
    aMark(ek, { status: 'late' }),
    aMark(fox, { status: 'absent' }),
  ]);
  expect(await answer.json()).toEqual({ saved: 5, message: '5 marks are saved.', changed: [] });
  expect((await rosterOf(sessionId)).rows).toMatchObject([
    { status: 'present', arrivedAt: start, leftAt: end, minutes: 160, version: 2, marked: { by: 'tech of North', byYou: true } },
    { status: 'late', arrivedAt: '2026-11-23T00:20:00.000Z', leftAt: end, minutes: 140, note: 'bus' },
    { status: 'left-early', arrivedAt: start, leftAt: '2026-11-23T02:45:00.000Z', minutes: 145, telehealth: true },
    { status: 'late', arrivedAt: null, minutes: null },
    { status: 'absent', arrivedAt: null, minutes: 0 },
    { status: null, minutes: null, version: 1, marked: null },
  ]);
});

describe('refused, and nothing of the batch is stored', () => {
  test.each<[string, Record<string, unknown>, string, RegExp]>([
    ['minutes longer than the session', { minutes: 181 }, 'rows.1.minutes', /counts 180 minutes/],
    [
      'leaving before arriving',
      { status: 'late', arrivedAt: '2026-11-23T01:00:00Z', leftAt: '2026-11-23T00:30:00Z' },
      'rows.1.leftAt',
      /before In/,
    ],
    ['a time of another day', { arrivedAt: '2026-11-21T00:00:00Z' }, 'rows.1.arrivedAt', /not near/],
    ['a missed person with minutes', { status: 'absent', minutes: 30 }, 'rows.1.status', /wasn’t here/],
    ['a make-up of nothing that was missed', { makesUp: '0190a7a0-0000-7000-8000-000000000000' }, 'rows.1.makesUp', /no such missed/],
    ['a status that nobody knows', { status: 'no-show' }, 'rows.1.status', /present, late/],
    ['an unknown field', { shoes: 2 }, 'rows.1.shoes', /no such field/],
  ])('%s', async (_, wrong, field, message) => {
    const { sessionId, clientIds } = await aRoster(world, ['Abbott', 'Bello']);
    const response = await send(sessionId, [aMark(clientIds[0] ?? ''), aMark(clientIds[1] ?? '', wrong)]);
    expect([response.status, await response.json()]).toEqual([
      400,
      expect.objectContaining({ fields: [{ field, message: expect.stringMatching(message) }] }),
    ]);
    expect((await rosterOf(sessionId)).rows).toMatchObject([{ version: 1 }, { version: 1 }]);
  });

  test('somebody who is not booked, and one person twice', async () => {
    const { sessionId, clientIds } = await aRoster(world, ['Abbott']);
    const [abbott = ''] = clientIds;
    const stranger = await aClient(world);
    const response = await send(sessionId, [aMark(abbott), aMark(stranger.clientId), aMark(abbott)]);
    expect((await response.json()).fields.map(({ field }: { field: string }) => field)).toEqual(['rows.1.clientId', 'rows.2.clientId']);
  });

  test('a client of another program, of another organization and one that doesn’t exist are refused alike', async () => {
    const { sessionId } = await aRoster(world, ['Abbott']);
    const south = await anOrganization(world.db, 'South of marks');
    const foreign = await aClient(world, { organizationId: south.organizationId, programId: south.programId, therapistId: null });
    const refusals = await Promise.all(
      [foreign.clientId, '0190a7a0-0000-7000-8000-000000000000'].map(async (id) => (await send(sessionId, [aMark(id)])).text()),
    );
    expect(refusals[0]).toContain('client-unknown');
    expect(refusals[1]).toBe(refusals[0]);
  });

  test('a session of another organization and one that doesn’t exist are refused alike', async () => {
    const south = await anOrganization(world.db, 'South of sessions');
    const theirs = await aSession({ ...world, ...south });
    for (const id of [theirs, '0190a7a0-0000-7000-8000-000000000000']) {
      const response = await world.as('director').get(`/sessions/${id}/attendance`);
      expect([response.status, (await response.json()).code]).toEqual([404, 'session-unknown']);
    }
  });

  test('a cancelled session says why', async () => {
    const { sessionId, clientIds } = await aRoster(world, ['Abbott']);
    await cancel(sessionId);
    const response = await send(sessionId, [aMark(clientIds[0] ?? '')]);
    expect([response.status, (await response.json()).detail]).toEqual([409, expect.stringContaining('Snow closure')]);
  });

  test('a session still to come, except for who is excused in advance', async () => {
    const on = day('2026-11-24');
    const { sessionId, clientIds } = await aRoster(world, ['Abbott', 'Bello'], { on });
    const [abbott = '', bello = ''] = clientIds;
    const early = await send(sessionId, [aMark(abbott, { status: 'excused' }), aMark(bello)]);
    expect([early.status, (await early.json()).fields]).toEqual([
      409,
      [{ field: 'rows.1.status', message: expect.stringContaining('5:45 pm') }],
    ]);
    expect((await send(sessionId, [aMark(abbott, { status: 'excused', note: 'Court date.' })])).status).toBe(200);
    world.clock.now = new Date('2026-11-24T23:46:00.000Z');
    expect((await send(sessionId, [aMark(bello)])).status).toBe(200);
    world.clock.now = new Date('2026-11-23T14:02:00.000Z');
  });
});

test('a booking that somebody changed meanwhile is left as they marked it and named; the others are stored', async () => {
  const { sessionId, clientIds } = await aRoster(world, ['Abbott', 'Bello', 'Chen']);
  const [abbott = '', bello = '', chen = ''] = clientIds;
  await send(sessionId, [aMark(bello, { status: 'absent' }), aMark(chen)], 'therapist');
  const answer = await (await send(sessionId, [aMark(abbott), aMark(bello), aMark(chen)])).json();
  expect(answer).toMatchObject({
    saved: 2,
    changed: [
      { clientId: bello, status: 'absent', by: 'therapist of North', message: expect.stringContaining('therapist of North changed') },
    ],
  });
  expect((await rosterOf(sessionId)).rows).toMatchObject([
    { status: 'present' },
    { status: 'absent', version: 2 },
    { status: 'present', version: 2 },
  ]);
});

test('two who mark the same booking at once: one is stored and the other is refused', async () => {
  const { sessionId, clientIds } = await aRoster(world, ['Abbott']);
  const [abbott = ''] = clientIds;
  const answers = await Promise.all([
    send(sessionId, [aMark(abbott)]),
    send(sessionId, [aMark(abbott, { status: 'absent' })], 'therapist'),
  ]);
  const saved = await Promise.all(answers.map(async (response) => (await response.json()).saved));
  expect(new Set(saved)).toEqual(new Set([0, 1]));
  expect(await rowOf(sessionId, abbott)).toMatchObject({ version: 2 });
});

test('a repeat of the same request is stored once', async () => {
  const { sessionId, clientIds } = await aRoster(world, ['Abbott']);
  const key = { 'idempotency-key': '0190a7a0-0000-4000-8000-00000000e001' };
  const [first, again] = [
    await send(sessionId, [aMark(clientIds[0] ?? '')], 'tech', key),
    await send(sessionId, [aMark(clientIds[0] ?? '')], 'tech', key),
  ];
  expect(await again.json()).toEqual(await first.json());
  expect(await rowOf(sessionId, clientIds[0] ?? '')).toMatchObject({ version: 2 });
});

test('a correction keeps what was said before and by whom, and a mark can be taken back', async () => {
  const { sessionId, clientIds } = await aRoster(world, ['Abbott']);
  const [abbott = ''] = clientIds;
  await send(sessionId, [aMark(abbott, { status: 'absent' })], 'therapist');
  await send(sessionId, [aMark(abbott, { version: 2, status: 'late', arrivedAt: '2026-11-23T00:30:00Z' })]);
  await send(sessionId, [aMark(abbott, { version: 3, status: null })]);
  expect(await rowOf(sessionId, abbott)).toMatchObject({
    status: null,
    minutes: null,
    version: 4,
    marked: null,
    earlier: [
      { status: 'late', minutes: 150, by: 'tech of North', correctedBy: 'tech of North' },
      { status: 'absent', minutes: 0, by: 'therapist of North', correctedBy: 'tech of North' },
    ],
  });
});

test('missing a second session in a row is known before it is marked', async () => {
  const { sessionId: first, clientIds } = await aRoster(world, ['Abbott'], { on: day('2026-11-19') });
  const [abbott = ''] = clientIds;
  const second = await aSession(world);
  await booked(world, second, abbott);
  await send(first, [aMark(abbott, { status: 'absent' })]);
  expect(await rowOf(second, abbott)).toMatchObject({ missedOn: '2026-11-19' });
});

test('who is on leave is said', async () => {
  const { sessionId, clientIds } = await aRoster(world, ['Abbott']);
  const leave = { organization_id: world.organizationId, client_id: clientIds[0] ?? '', reason: 'Hospital.' };
  await world.db
    .insertInto('leave_span')
    .values({ ...leave, from_on: day('2026-11-20'), to_on: null })
    .execute();
  expect(await rowOf(sessionId, clientIds[0] ?? '')).toMatchObject({ onLeave: true });
});
