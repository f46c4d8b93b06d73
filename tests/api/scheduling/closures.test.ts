import { beforeAll, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { aClient } from '#kit/clients.ts';
import { aGroup, inGroup } from '#kit/groups.ts';
import { aMeetingOf, requested, done, refusedField, sent } from '#kit/schedule.ts';
import { worldOfFile } from '#kit/world.ts';

let groupId: string;
let clientId: string;
const world = worldOfFile();

beforeAll(async () => {
  groupId = await aGroup(world);
  clientId = (await aClient(world)).clientId;
  await inGroup(world, clientId, groupId, day('2026-11-16'));
  await done(world, 'director', `/groups/${groupId}/meetings`, aMeetingOf({ fromOn: '2026-11-16' }), 1);
  await done(world, 'director', `/groups/${groupId}/meetings`, aMeetingOf({ weekday: 4, fromOn: '2026-11-16' }), 2);
});

const span = (fromOn: string, toOn: string) => ({ fromOn, toOn, programId: null, siteId: null });
const holiday = (fromOn: string, toOn: string, more = {}) => ({ ...span(fromOn, toOn), kind: 'holiday', label: 'Thanksgiving', ...more });
const stateOf = async (on: string) =>
  world.db
    .selectFrom('session')
    .select(['id', 'cancelled_because', 'closure_id', 'version'])
    .where('session_on', '=', day(on))
    .executeTakeFirstOrThrow();

test('a closure says beforehand what it touches, cancels it by the program, and taken back lets it be held again', async () => {
  expect(await requested(world, 'director', '/closures/preview?fromOn=2026-11-26&toOn=2026-11-30')).toEqual({
    sessions: 2,
    people: 1,
    left: [],
    leftInAll: 0,
  });
  const { id } = await done(world, 'administrator', '/closures', holiday('2026-11-26', '2026-11-30'));
  expect(await stateOf('2026-11-26')).toMatchObject({ cancelled_because: 'Thanksgiving', closure_id: id, version: 2 });
  expect(await requested(world, 'therapist', '/closures')).toMatchObject({
    closures: [{ id, from: '2026-11-26', to: '2026-11-30', label: 'Thanksgiving', sessions: 2 }],
  });
  const booked = await world.db
    .selectFrom('attendance')
    .select('status')
    .where('client_id', '=', clientId)
    .where('session_on', '=', day('2026-11-26'))
    .execute();
  expect(booked).toEqual([{ status: 'booked' }]);
  expect(await done(world, 'director', `/closures/${id}/removal`, {})).toEqual({ sessions: 2, people: 1 });
  expect(await stateOf('2026-11-26')).toMatchObject({ cancelled_because: null, closure_id: null });
});

test('where two closures touch a session, it is held again only when both are gone', async () => {
  const first = await done(world, 'director', '/closures', holiday('2026-12-24', '2026-12-24'));
  const second = await done(
    world,
    'director',
    '/closures',
    holiday('2026-12-20', '2026-12-31', { label: 'Winter', programId: world.programId }),
  );
  await done(world, 'director', `/closures/${first.id}/removal`, {});
  expect(await stateOf('2026-12-24')).toMatchObject({ cancelled_because: 'Winter', closure_id: second.id });
  await done(world, 'director', `/closures/${second.id}/removal`, {});
  expect(await stateOf('2026-12-24')).toMatchObject({ cancelled_because: null });
});

test('a session where attendance was taken was held: it stays, and is named', async () => {
  const held = await stateOf('2026-11-19');
  await world.db.updateTable('attendance').set({ status: 'present' }).where('session_id', '=', held.id).execute();
  const answer = await done(world, 'director', '/closures', holiday('2026-11-19', '2026-11-19'));
  expect(answer).toMatchObject({ sessions: 0, people: 0, left: [{ sessionId: held.id, on: '2026-11-19', because: 'attendance' }] });
});

test('a session cancelled by itself stays cancelled when a closure goes', async () => {
  const { id, version } = await stateOf('2026-12-10');
  await done(world, 'therapist', `/sessions/${id}/cancellation`, { because: 'Leader away' }, version);
  const closure = await done(world, 'director', '/closures', holiday('2026-12-10', '2026-12-10'));
  expect(closure).toMatchObject({ sessions: 0 });
  await done(world, 'director', `/closures/${closure.id}/removal`, {});
  expect(await stateOf('2026-12-10')).toMatchObject({ cancelled_because: 'Leader away' });
});

test('one that ends before it begins, or of a place that isn’t there, is refused; a therapist makes none', async () => {
  expect(await sent(world, 'director', '/closures', holiday('2026-11-27', '2026-11-26'))).toMatchObject(
    refusedField('toOn', /before it begins/),
  );
  const nowhere = holiday('2026-11-27', '2026-11-27', { siteId: '0190a7a0-0000-7000-8000-000000000000' });
  expect(await sent(world, 'director', '/closures', nowhere)).toMatchObject(refusedField('siteId', /no such site/));
  expect(await sent(world, 'therapist', '/closures', holiday('2026-11-27', '2026-11-27'))).toMatchObject({ status: 403 });
});

test('a day on which everybody is closed is no open day for any clock', async () => {
  await done(world, 'director', '/closures', holiday('2026-11-24', '2026-11-24'));
  const other = await aClient(world);
  await done(world, 'therapist', `/clients/${other.clientId}/adjustments`, { trigger: 'team', about: 'Two of us thought of it.' });
  const stored = await world.db
    .selectFrom('adjustment')
    .select('talk_due_at')
    .where('client_id', '=', other.clientId)
    .executeTakeFirstOrThrow();
  expect(stored.talk_due_at).toBe('2026-11-25T23:00:00.000Z');
});
