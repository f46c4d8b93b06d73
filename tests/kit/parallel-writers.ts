import { randomUUID } from 'node:crypto';
import { addDays, day, instantOf } from '#domain/calendar/calendar.ts';
import type { Role } from '#domain/people/roles.ts';
import { aMeeting, aGroup, inGroup } from './groups.ts';
import { aRoster, aMark } from './rosters.ts';
import { aClient } from './clients.ts';
import { aLog, aPanel, aRow, aSession } from './sessions.ts';
import { runJobs } from '#server/jobs/run-jobs.ts';
import type { World } from './world.ts';

/** A few clients, sessions and groups that everybody writes to. */
export type SharedRecords = {
  readonly world: World;
  readonly clientIds: readonly string[];
  readonly sessionIds: readonly string[];
  readonly groupIds: readonly string[];
  readonly panelId: string;
};

export async function sharedRecords(world: World): Promise<SharedRecords> {
  const first = await aRoster(world, ['Abbott', 'Bello', 'Chen']);
  const second = await aRoster(world, ['Diaz', 'Ek']);
  const clientIds = [...first.clientIds, ...second.clientIds, (await aClient(world, { lastName: 'Fox' })).clientId];
  const groupIds = [await aGroup(world), await aGroup(world)];
  for (const groupId of groupIds) await aMeeting(world, groupId, { weekday: 1 + groupIds.indexOf(groupId) });
  await inGroup(world, clientIds[0] ?? '', groupIds[0] ?? '');
  await runJobs(world.db, instantOf(world.clock.now), { error: () => undefined });
  const more = await Promise.all(Array.from({ length: 10 }, (_, back) => aSession(world, { on: addDays(day('2026-11-20'), -back) })));
  return { world, clientIds, groupIds, sessionIds: [first.sessionId, second.sessionId, ...more], panelId: await aPanel(world) };
}

export type Picks = { readonly one: number; readonly other: number; readonly nth: number };
type Scene = SharedRecords & {
  readonly client: string;
  readonly second: string;
  readonly session: string;
  readonly group: string;
  readonly nth: number;
};

const post = ({ world }: SharedRecords, role: Role, path: string, body: object, version?: number): Promise<Response> =>
  world.as(role).post(path, body, version === undefined ? {} : { 'if-match': `"${version}"` });

const versionIn = async ({ world }: SharedRecords, table: 'care_group' | 'session' | 'client', id: string): Promise<number> =>
  (await world.db.selectFrom(table).select('version').where('id', '=', id).executeTakeFirstOrThrow()).version;

const upcoming = async ({ world, group }: Scene): Promise<string> =>
  (await world.db.selectFrom('session').select('id').where('group_id', '=', group).orderBy('session_on').executeTakeFirst())?.id ??
  randomUUID();

/** What people do to the same records at the same time, each through the server as its page would. */
const writers = {
  attendance: async (scene) => {
    const rows = await scene.world.db
      .selectFrom('attendance')
      .select(['client_id', 'version'])
      .where('session_id', '=', scene.session)
      .execute();
    const marks = rows.map(({ client_id, version }, index) =>
      aMark(client_id, { version, status: (scene.nth + index) % 2 === 0 ? 'present' : 'absent' }),
    );
    // Sent in any order: the server has an order of its own.
    return post(scene, 'therapist', `/sessions/${scene.session}/attendance`, { rows: scene.nth % 2 === 0 ? marks : marks.toReversed() });
  },
  'walk-in': (scene) =>
    post(scene, 'therapist', `/sessions/${scene.session}/attendance/people`, { clientId: scene.client, makesUp: null, telehealth: false }),
  results: (scene) =>
    post(
      scene,
      'tech',
      `/sessions/${scene.session}/results`,
      aLog(
        scene.panelId,
        [scene.client, scene.second]
          .filter((id, index, all) => all.indexOf(id) === index)
          .map((id) => aRow(id, null, { walkIn: true, noLine: ['COC'] })),
      ),
    ),
  enroll: (scene) => post(scene, 'director', `/clients/${scene.client}/groups/${scene.group}`, { fromOn: '2026-11-23' }),
  leave: (scene) => post(scene, 'director', `/clients/${scene.client}/groups/${scene.group}/end`, { lastOn: '2026-11-29' }),
  cancel: async (scene) => {
    const id = await upcoming(scene);
    return post(
      scene,
      'director',
      `/sessions/${id}/cancellation`,
      { because: 'Heating out' },
      await versionIn(scene, 'session', id).catch(() => 1),
    );
  },
  restore: async (scene) => {
    const id = await upcoming(scene);
    return post(scene, 'director', `/sessions/${id}/restoration`, {}, await versionIn(scene, 'session', id).catch(() => 1));
  },
  closure: (scene) =>
    post(scene, 'director', '/closures', {
      fromOn: '2026-11-24',
      toOn: '2026-12-08',
      programId: scene.world.programId,
      siteId: null,
      kind: 'holiday',
      label: `Closed ${scene.nth}`,
    }),
  contact: (scene) =>
    post(scene, 'therapist', `/clients/${scene.client}/contacts`, {
      method: 'phone',
      twoWay: scene.nth % 2 === 0,
      note: 'We spoke.',
      at: 'now',
    }),
  hours: (scene) =>
    post(scene, 'therapist', `/clients/${scene.client}/prescribed-hours`, {
      hoursPerWeek: 6 + (scene.nth % 6),
      from: `2026-12-${String(1 + (scene.nth % 28)).padStart(2, '0')}`,
    }),
  'leave-span': (scene) =>
    post(scene, 'therapist', `/clients/${scene.client}/leaves`, { from: '2026-11-24', expectedBackOn: '2026-12-01', reason: 'family' }),
  concern: (scene) =>
    post(scene, 'therapist', `/clients/${scene.client}/safety-concerns`, {
      kind: 'concern',
      source: 'family',
      summary: 'Her mother called.',
      notified: { who: 'The clinician on call', at: '2026-11-23T14:00:00Z' },
    }),
  jobs: async ({ world }) => {
    await runJobs(world.db, instantOf(world.clock.now), {
      error: (fault: unknown) => {
        throw fault;
      },
    });
    return new Response(null, { status: 200 });
  },
  today: ({ world }) => world.as('director').get('/today?for=team'),
} satisfies Readonly<Record<string, (scene: Scene) => Promise<Response>>>;

export type Writer = keyof typeof writers;
export const writerKinds = Object.keys(writers) as Writer[];

/** One of them writes; the answer is the server's. */
export function writes(records: SharedRecords, kind: Writer, { one, other, nth }: Picks): Promise<Response> {
  const { clientIds, sessionIds, groupIds } = records;
  const from = (ids: readonly string[], at: number) => ids[at % ids.length] ?? '';
  return writers[kind]({
    ...records,
    nth,
    client: from(clientIds, one),
    second: from(clientIds, other),
    session: from(sessionIds, other),
    group: from(groupIds, one),
  });
}
