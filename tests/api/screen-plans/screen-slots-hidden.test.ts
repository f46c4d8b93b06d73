import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, day } from '#domain/calendar/calendar.ts';
import type { Role } from '#domain/people/roles.ts';
import { aClient } from '#kit/clients.ts';
import { comesOn, hasPlan } from '#kit/screen-plans.ts';
import { aLog, aRow, moment } from '#kit/sessions.ts';
import { rolesFor } from '#server/access/endpoint-policy.ts';
import { runJobs } from '#server/jobs/run-jobs.ts';
import { aClinic, ask, entries, goodAsks, type Ask, type Clinic } from '../http/promises-world.ts';

let clinic: Clinic;
let clientId: string;
let sessionId: string;
let reads: readonly Ask[];
const today = day('2026-11-23');

// The session begins at 6 pm in Chicago: collection opens at 5:30 and its day is decided from 4:15 on.
const early = '2026-11-23T22:10:00Z';
const decided = '2026-11-23T23:00:00Z';
const opened = '2026-11-23T23:30:00Z';
const everybody: readonly Role[] = ['tech', 'therapist', 'director', 'administrator'];

const at = (now: string) => (clinic.world.clock.now = new Date(now));
const runJobsAt = (now: string) => runJobs(clinic.world.db, moment(now), { error: (fault: unknown) => expect(fault).toBeUndefined() });
const drawn = () => clinic.world.db.selectFrom('screen_slot').select('id').where('client_id', '=', clientId).execute();

beforeAll(async () => {
  clinic = await aClinic();
  const { world } = clinic;
  clientId = (await aClient(world)).clientId;
  sessionId = (await comesOn(world, clientId, [today, addDays(today, 1), addDays(today, 3)]))[0] ?? '';
  await hasPlan(world, clientId, { perWeek: 7, maxGapDays: 1 });
  // Every question there is, about this client and this session wherever a question is about one.
  const requested: Ask[] = [];
  for (const { action, entry } of entries) {
    if (entry.method !== 'GET') continue;
    const own = { clientId, sessionId, on: today, date: today };
    for (const { input } of await goodAsks(clinic, action)) {
      const about = Object.entries(input).map(([name, value]) => [name, name in own ? Reflect.get(own, name) : value]);
      requested.push({ action, input: Object.fromEntries(about) });
    }
  }
  requested.push(
    { action: 'changes.since', input: { since: '0' } },
    { action: 'cohort.overview', input: { from: '2026-11-16', to: today } },
    { action: 'cohort.people', input: { measure: 'collected', counted: 'all', from: '2026-11-16', to: today } },
    { action: 'sessions.ofDay', input: {} },
    { action: 'sessions.ofDay', input: { on: '2026-11-24' } },
  );
  reads = requested;
  await runJobsAt(early);
});
afterAll(() => clinic.world.drop());

async function answers(): Promise<Readonly<Record<string, string>>> {
  const given: Record<string, string> = {};
  for (const [index, one] of reads.entries()) {
    const [noun = '', name = ''] = one.action.split('.');
    for (const role of everybody.filter((who) => rolesFor(noun, name).includes(who))) {
      const response = await ask(clinic.world, one, role);
      given[`${index} ${one.action} as ${role}`] = `${response.status} ${await response.text()}`;
    }
  }
  return given;
}

test('before collection opens every answer is the same, byte for byte, with and without a slot; afterwards the log has it', async () => {
  at(decided);
  // The first look after the day turned works out what is old by then, with a slot and without.
  await answers();
  const without = await answers();
  expect(Object.keys(without).length).toBeGreaterThan(20);
  expect(Object.values(without).filter((given) => given.startsWith('200')).length).toBeGreaterThan(15);
  expect(await drawn()).toEqual([]);
  await runJobsAt(decided);
  expect(await drawn()).toHaveLength(1);
  expect(await answers()).toEqual(without);
  at(opened);
  const after = await answers();
  const differing = Object.keys(after).filter(
    (key) => after[key]?.includes(clientId) === true && without[key]?.includes(clientId) !== true,
  );
  expect(differing.map((key) => key.replace(/^\d+ /, ''))).toEqual(expect.arrayContaining(['drugScreens.cupLog as tech']));
});

const log = (row: object) =>
  clinic.world.as('tech').post(`/sessions/${sessionId}/results`, aLog(clinic.panelId, [{ ...aRow(clientId, null), ...row }]));
const said = async (response: Response) => [response.status, await response.text()];

test('before it opens no refusal tells: not by leaving the slot out, nor by naming its very id', async () => {
  at(decided);
  const [slot] = await drawn();
  const named = await said(await log({ slotId: slot?.id }));
  expect(named).toEqual(await said(await log({ slotId: randomUUID() })));
  expect(named[0]).toBe(400);
  const nobody = (await aClient(clinic.world)).clientId;
  expect(await said(await log({}))).toEqual(await said(await log({ clientId: nobody })));
});

test('asking for a screen in the same session is answered as where there is none', async () => {
  at(decided);
  const asks = (id: string) =>
    clinic.world.as('therapist').post(`/clients/${id}/requested-screens`, { sessionId, reason: 'one-off', why: null, panelId: null });
  const other = (await aClient(clinic.world)).clientId;
  const [own, others] = [await (await asks(clientId)).json(), await (await asks(other)).json()];
  expect({ ...own, slotId: '' }).toEqual({ ...others, slotId: '' });
  // One cup is due where both are open, and it meets the schedule's.
  at(opened);
  const { rows } = await (await clinic.world.as('tech').get(`/sessions/${sessionId}/results`)).json();
  const mine = rows.filter((row: { clientId: string }) => row.clientId === clientId);
  expect(mine).toHaveLength(1);
  expect(mine[0].slotId).not.toBe(own.slotId);
});

test('a cup that is handed over before collection opens meets no slot', async () => {
  at(decided);
  expect((await log({ walkIn: true })).status).toBe(200);
  const stored = await clinic.world.db.selectFrom('screen').select(['scheduled', 'slot_id']).where('client_id', '=', clientId).execute();
  expect(stored).toEqual([{ scheduled: false, slot_id: null }]);
});
