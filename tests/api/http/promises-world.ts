import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Endpoint } from '#contract/endpoint.ts';
import { fieldsHeader, pathWith } from '#contract/paths.ts';
import { contract } from '#contract/index.ts';
import { day } from '#domain/calendar/calendar.ts';
import type { Role } from '#domain/people/roles.ts';
import { aScreen, seen } from '#kit/adjustments.ts';
import { aBreathDevice } from '#kit/breath.ts';
import { aClient } from '#kit/clients.ts';
import { aCohort } from '#kit/cohort-world.ts';
import { aMark, aRoster } from '#kit/rosters.ts';
import { aLog, aPanel, aRow, aSession, aSlot, moment } from '#kit/sessions.ts';
import { aConcern, aGoal } from '#kit/reviews.ts';
import { anOrganization, aWorld, type World } from '#kit/world.ts';
import { adjustmentRequests, signed } from './promises-adjustments.ts';
import { careRequests } from './promises-care.ts';
import { cohortRequests } from './promises-cohort.ts';
import { importRequests } from './promises-imports.ts';
import { labRequests } from './promises-lab.ts';
import { peopleRequests } from './promises-people.ts';
import { screenPlanRequests } from './promises-screen-plans.ts';
import { rolesFor } from '#server/access/endpoint-policy.ts';
import { goodSchedule } from './promises-schedule.ts';
import { counted } from './promises-tables.ts';

/** Every entry of the contract but those of the door, with somebody who may ask it. */
export type Entry = { readonly action: string; readonly entry: Endpoint; readonly role: Role };

export const entries: readonly Entry[] = Object.entries(contract)
  .filter(([noun]) => noun !== 'signIn')
  .flatMap(([noun, of]) =>
    Object.entries<Endpoint>(of).map(([name, entry]) => ({
      action: `${noun}.${name}`,
      entry,
      role: (['therapist', 'tech', 'director'] as const).find((role) => rolesFor(noun, name).includes(role)) ?? 'director',
    })),
  );

export const entryOf = (action: string): Entry => {
  const found = entries.find((one) => one.action === action);
  if (found === undefined) throw new Error(`${action} is not in the contract`);
  return found;
};

export type Fields = Readonly<Record<string, unknown>>;
export type Ask = {
  readonly action: string;
  readonly input: Fields;
  readonly headers?: Readonly<Record<string, string>>;
  readonly file?: string;
};

/** Sends an input to where its entry says: path fields in the address, the rest in the query or the body. */
export function ask(world: World, { action, input, headers = {}, file }: Ask, who: Parameters<World['as']>[0] = entryOf(action).role) {
  const { entry } = entryOf(action);
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !entry.path.includes(`:${name}`)));
  // An address can't even be written with half of a character.
  const written = Object.fromEntries(Object.entries(input).map(([name, value]) => [name, String(value).toWellFormed()]));
  const path = pathWith(entry.path, written);
  if (entry.raw !== undefined && file !== undefined)
    return world.as(who).post(path, file, { ...headers, [fieldsHeader]: encodeURIComponent(JSON.stringify(rest)) });
  if (entry.method === 'POST') return world.as(who).post(path, rest, headers);
  const query = new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, String(value)])).toString();
  return world.as(who).get(query === '' ? path : `${path}?${query}`);
}

export type Clinic = {
  readonly world: World;
  readonly south: Awaited<ReturnType<typeof anOrganization>>;
  readonly panelId: string;
  readonly southPanelId: string;
  readonly breathId: string;
  readonly southBreathId: string;
};

/** Clients of two programs and of another organization, with weeks of care, results, adjustments and a session where cups are due. */
export async function aClinic(): Promise<Clinic> {
  const world = await aWorld();
  const south = await anOrganization(world.db, 'Far South');
  await aCohort(world);
  const panelId = await aPanel(world);
  const devices = { breathId: await aBreathDevice(world), southBreathId: await aBreathDevice({ ...world, ...south }) };
  const clinic = { world, south, panelId, southPanelId: await aPanel({ ...world, ...south }), ...devices };
  await aDueSession(clinic);
  return clinic;
}

export async function aDueSession({ world }: Clinic) {
  const sessionId = await aSession(world);
  const people = [await aClient(world), await aClient(world, { therapistId: null })];
  const rows = await Promise.all(people.map(async ({ clientId }) => aRow(clientId, await aSlot(world, clientId, sessionId))));
  return { sessionId, rows };
}

let codes = 0;

/** A code that nobody knows, detected on somebody's cup. */
async function anUnknownCode(world: World): Promise<string> {
  codes += 1;
  const code = `ZQ${codes}Z`;
  await aScreen(world, (await aClient(world)).clientId, { on: day('2026-11-20'), results: { [code]: { result: 'presumptive-positive' } } });
  return code;
}

/** For each entry, requests that are answered: each call makes what it asks about anew. */
export const goodRequests: Readonly<Record<string, (clinic: Clinic) => Promise<readonly Omit<Ask, 'action'>[]>>> = {
  ...adjustmentRequests,
  'attendance.roster': async ({ world }) => [{ input: { sessionId: (await aRoster(world, ['Abbott', 'Bello'])).sessionId } }],
  'attendance.record': async ({ world }) => {
    const { sessionId, clientIds } = await aRoster(world, ['Chen', 'Diaz']);
    const [first = '', second = ''] = clientIds;
    return [{ input: { sessionId, rows: [aMark(first), aMark(second, { status: 'excused', note: 'Court date.' })] } }];
  },
  'attendance.findPerson': async ({ world }) => {
    const { sessionId } = await aRoster(world, ['Ek']);
    return [{ input: { sessionId, search: 'Ek' } }];
  },
  'attendance.addPerson': async ({ world }) => {
    const { sessionId } = await aRoster(world, []);
    return [{ input: { sessionId, clientId: (await aClient(world)).clientId, makesUp: null, telehealth: false } }];
  },
  'attendance.removePerson': async ({ world }) => {
    const { sessionId, clientIds } = await aRoster(world, ['Fox']);
    return [{ input: { sessionId, clientId: clientIds[0] ?? '' }, headers: seen(1) }];
  },
  'caseload.today': async () => [{ input: {} }, { input: { for: 'team' } }],
  'caseload.search': async () => [{ input: { text: 'an' } }, { input: { for: 'team', text: '' } }],
  'caseload.nothingNeeded': async () => [{ input: { text: '' } }],
  'caseload.snooze': async ({ world }) => [
    { input: { clientId: (await aClient(world)).clientId, need: 'hours', reason: 'New shifts.', until: '2026-11-25' } },
  ],
  'caseload.recordNotification': async ({ world }) => {
    const { clientId } = await aClient(world);
    const concern = { organization_id: world.organizationId, client_id: clientId, opened_at: moment('2026-11-23T13:00:00Z') };
    await world.db
      .insertInto('safety_concern')
      .values({ ...concern, trigger: 'concern' })
      .execute();
    return [{ input: { clientId, notified: { who: 'The clinician on call', at: '2026-11-23T14:00:00Z' } } }];
  },
  'changes.since': async () => [{ input: { since: '0' } }],
  'clients.page': async ({ world }) => [{ input: { clientId: (await signed(world)).clientId } }],
  'clients.search': async () => [{ input: { text: '' } }],
  ...cohortRequests,
  'contacts.record': async ({ world }) => [
    { input: { clientId: (await aClient(world)).clientId, method: 'phone', twoWay: true, note: 'We spoke.', at: 'now' } },
  ],
  'drugScreens.cupLog': async (clinic) => [{ input: { sessionId: (await aDueSession(clinic)).sessionId } }],
  'drugScreens.walkIn': async (clinic) => [{ input: { sessionId: (await aDueSession(clinic)).sessionId, search: 'Jo' } }],
  'drugScreens.record': async (clinic) => {
    const { sessionId, rows } = await aDueSession(clinic);
    const [first, second] = rows;
    const read = [{ ...first, noLine: ['COC', 'FEN'] }, second].filter((row): row is (typeof rows)[number] => row !== undefined);
    return [{ input: { sessionId, ...aLog(clinic.panelId, read) } }];
  },
  'drugScreens.recordBreath': async (clinic) => {
    const { sessionId, rows } = await aDueSession(clinic);
    const reading = { sessionId, clientId: rows[0]?.clientId, panelId: clinic.breathId, at: '2026-11-23T01:10:00Z' };
    return [{ input: { ...reading, value: 0.085, notified: { who: 'The clinician on call', at: '2026-11-23T01:15:00Z' } } }];
  },
  'drugScreens.codes': async ({ world }) => {
    await anUnknownCode(world);
    return [{ input: {} }];
  },
  'drugScreens.answerCode': async ({ world }) => [{ input: { code: await anUnknownCode(world), drug: 'isotonitazene' }, headers: seen(1) }],
  'drugScreens.amend': async ({ world }) => {
    const { screenId } = await aScreen(world, (await aClient(world)).clientId, { on: day('2026-11-20') });
    const changes = { results: [{ analyte: 'COC', result: 'not-confirmed' }] };
    return [{ input: { screenId, because: 'lab-correction', words: 'The laboratory found none.', changes } }];
  },
  ...labRequests,
  ...careRequests,
  ...importRequests,
  ...peopleRequests,
  'panels.addLot': async ({ panelId }) => [{ input: { panelId, lot: `B-${randomUUID().slice(0, 8)}`, expiresOn: '2027-09-30' } }],
  ...screenPlanRequests,
  'reviews.ofClient': async ({ world }) => [{ input: { clientId: (await aClient(world)).clientId } }],
  'reviews.record': async ({ world }) => {
    const { clientId, goalId } = await aGoal(world);
    const plan = { clientId, what: 'care-plan', about: null, on: '2026-11-20', summary: 'Gone through together.', nextOn: '2026-12-20' };
    return [{ input: plan }, { input: { ...plan, what: 'goal', about: goalId, rating: 1 } }];
  },
  'safetyConcerns.ofClient': async ({ world }) => [{ input: { clientId: (await aClient(world)).clientId } }],
  'safetyConcerns.raise': async ({ world }) => {
    const notified = { who: 'The clinician on call', at: '2026-11-23T14:00:00Z' };
    return [
      {
        input: { clientId: (await aClient(world)).clientId, kind: 'concern', source: 'family', summary: 'Her mother called.', notified },
      },
    ];
  },
  'safetyConcerns.close': async ({ world }) => {
    const { clientId, concernId } = await aConcern(world);
    const done = { summary: 'Talked with her by phone; a plan for tonight is agreed.', at: '2026-11-23T14:00:00Z' };
    return [{ input: { clientId, concernIds: [concernId], ...done } }];
  },
  ...goodSchedule,
};

/** The same clinic as its neighbor on the database sees itself, so that what is theirs can be asked for from here. */
export const asSouth = ({ world, south, ...panels }: Clinic): Clinic => ({
  world: { ...world, ...south, as: (who) => world.as(typeof who === 'string' ? south.staff[who] : who) },
  south,
  ...panels,
  panelId: panels.southPanelId,
  breathId: panels.southBreathId,
});

/** How many rows there are of everything that a request can add to, in one organization. */
export async function stored({ db, organizationId }: Pick<World, 'db' | 'organizationId'>): Promise<Readonly<Record<string, number>>> {
  const counts = await Promise.all(
    counted.map(async (table) => {
      const { rows } = await sql<{
        count: number;
      }>`select count(*) from ${sql.table(table)} where organization_id = ${organizationId}`.execute(db);
      return [table, rows[0]?.count ?? 0] as const;
    }),
  );
  return Object.fromEntries(counts);
}

export async function goodAsks(clinic: Clinic, action: string): Promise<readonly Ask[]> {
  return ((await goodRequests[action]?.(clinic)) ?? []).map((one) => ({ action, ...one }));
}
