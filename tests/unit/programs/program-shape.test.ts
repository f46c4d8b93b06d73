import { expect, test, vi } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { programUntil } from '#mocks/fixtures/program.ts';
import { diceFor, idFor } from '#mocks/fixtures/random.ts';
import { filledTables, type Rows } from '#mocks/fixtures/rows.ts';
import { signIns } from '#mocks/fixtures/staff.ts';

// The whole synthetic program is made again, which a loaded machine does in more than the usual 5 s.
vi.setConfig({ testTimeout: 60_000 });

const today = day('2026-11-22');
const [demo, other] = programUntil(today);
if (demo === undefined || other === undefined) throw new Error('two organizations are told');

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const idsOf = (rows: Rows): string[] =>
  filledTables.flatMap((table) => rows[table].flatMap((row) => ('id' in row && row.id !== undefined ? [`${table} ${row.id}`] : [])));

test('the same day tells the same program', () => {
  const [again] = programUntil(today);
  expect(JSON.stringify(again?.rows)).toBe(JSON.stringify(demo.rows));
});

test('ids are one each, and of the shape that a strict reader takes', () => {
  const ids = [...idsOf(demo.rows), ...idsOf(other.rows)];
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !uuid.test(id.split(' ')[1] ?? ''))).toEqual([]);
  expect(idFor('a')).not.toBe(idFor('b'));
});

test('the two organizations share nothing but the words', () => {
  const first = new Set(idsOf(demo.rows));
  expect(idsOf(other.rows).filter((id) => first.has(id))).toEqual([]);
  for (const program of [demo, other]) {
    const owners = filledTables.flatMap((table) => program.rows[table].map((row) => row.organization_id));
    expect(new Set(owners)).toEqual(new Set([program.programFixture.id]));
  }
});

test('R. Ortiz has 34 open clients', () => {
  const ortiz = demo.programFixture.staff.find(({ key }) => key === 'ortiz')?.id;
  const ending = new Set(demo.closedConcerns.map(({ episodeId }) => episodeId));
  const open = demo.rows.episode.filter(
    ({ id, closed_on, therapist_id }) => closed_on === null && therapist_id === ortiz && !ending.has(id ?? ''),
  );
  expect(open).toHaveLength(34);
});

test('the map says of one panel what differs from any', () => {
  const ofPanels = demo.rows.expectation_rule.filter(({ panel_id }) => panel_id !== null);
  expect(ofPanels.map(({ medication, panel_id, expectation }) => [medication, panel_id, expectation])).toEqual([
    ['diazepam', demo.programFixture.cup.id, 'may-show'],
  ]);
});

test('every ending for safety has its own record with two signers', () => {
  const recorded = demo.rows.safety_discharge.map(({ episode_id }) => episode_id);
  expect(recorded.toSorted()).toEqual(demo.closedConcerns.map(({ episodeId }) => episodeId).toSorted());
  expect(demo.rows.safety_discharge.filter(({ signed_by, second_signer }) => signed_by === second_signer)).toEqual([]);
});

test('nothing of today has been marked or read yet, and cups are due at its sessions', () => {
  expect(demo.rows.attendance.filter(({ session_on, status }) => session_on >= today && status !== 'booked')).toEqual([]);
  expect(demo.rows.screen.filter(({ collected_on }) => collected_on >= today)).toEqual([]);
  expect(demo.rows.screen_slot.filter(({ due_on, session_id }) => due_on === today && session_id !== null).length).toBeGreaterThan(5);
});

test('each role of the first organization can sign in, and a therapist of the second', () => {
  expect(signIns.map(({ role, programFixture }) => `${programFixture} ${role}`)).toEqual([
    'cairn-demo therapist',
    'cairn-demo tech',
    'cairn-demo director',
    'cairn-demo administrator',
    'riverbend therapist',
  ]);
  const known = new Set([...demo.programFixture.staff, ...other.programFixture.staff].map(({ key }) => key));
  expect(signIns.filter(({ staffKey }) => !known.has(staffKey))).toEqual([]);
});

test('dice give the same run for the same key', () => {
  const run = (key: string) => Array.from({ length: 5 }, diceFor(key).share);
  expect(run('a')).toEqual(run('a'));
  expect(run('a')).not.toEqual(run('b'));
});
