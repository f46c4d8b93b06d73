import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql, type RawBuilder } from 'kysely';
import { addDays, addHours, dayAt, instantOf, type Day } from '#domain/calendar/calendar.ts';
import { contactMethods } from '#domain/adjustments/open.ts';
import type { Database } from '#server/database/pool.ts';
import { importFiles } from '#server/imports/import-files.ts';
import { aRatedGoal, aSessionOf } from './caseload-records.ts';
import type { Caseload } from './caseloads.ts';
import { mergeCharts } from './chart-merges.ts';
import { inside } from './world.ts';

type Given = {
  /** A person, a row of theirs, and days from today. */
  readonly who: number;
  readonly nth: number;
  readonly days: number;
  readonly status: 'present' | 'absent' | 'excused' | 'booked';
};
type Scene = Given & Caseload & { readonly client_id: string; readonly organization_id: string; readonly today: Day; readonly on: Day };

/** Each answers whether there was anything to do it to. What a request would do is done in a transaction as a request's. */
const steps = {
  session: (scene) => writes(scene, (db) => aSessionOf(db, scene, 'group', false)),
  'mutual-help': (scene) => writes(scene, (db) => aSessionOf(db, scene, 'mutual-help', false)),
  'make-up': (scene) => writes(scene, (db) => aSessionOf(db, scene, 'group', true)),
  mark: (scene) =>
    changes(
      scene,
      sql`update attendance set status = ${scene.status} where session_id in (${sessionOf(scene)}) and client_id = ${scene.client_id} and session_on <= ${scene.today}`,
    ),
  'cancel-session': (scene) =>
    changes(
      scene,
      sql`update session set cancelled_because = case when cancelled_because is null then 'Snow' end where id in (${sessionOf(scene)})`,
    ),
  leave: (scene) =>
    changes(
      scene,
      sql`insert into leave_span (organization_id, client_id, from_on, to_on, reason)
        values (${scene.organization_id}, ${scene.client_id}, ${scene.on}, ${scene.nth % 2 === 0 ? null : addDays(scene.on, scene.nth)}, 'Travel') on conflict do nothing`,
    ),
  'leave-ended': ({ client_id, on, ...scene }) =>
    changes(scene, sql`update leave_span set to_on = greatest(from_on, ${on}::date) where client_id = ${client_id} and to_on is null`),
  contact: ({ organization_id, client_id, world, nth, days, ...scene }) =>
    changes(
      { world, ...scene },
      sql`insert into contact (organization_id, client_id, at, method, two_way, by) values (${organization_id}, ${client_id},
        ${addHours(instantOf(world.clock.now), Math.min(days, 0) * 24)}, ${contactMethods[nth % contactMethods.length]}, ${nth % 2 === 0}, ${world.staff.therapist.staffId})`,
    ),
  authorization: ({ organization_id, client_id, on, nth, ...scene }) =>
    changes(
      scene,
      sql`insert into payer_authorization (organization_id, client_id, payer, number, quantity, from_on, to_on, next_review_on)
        values (${organization_id}, ${client_id}, 'County', ${`N${nth}`}, 12, ${addDays(on, -14)}, ${addDays(on, nth)}, ${nth % 3 === 0 ? on : null})`,
    ),
  instrument: ({ organization_id, client_id, on, today, nth, ...scene }) =>
    changes(
      scene,
      sql`insert into instrument_score (organization_id, client_id, instrument, taken_on, score, item9)
        values (${organization_id}, ${client_id}, 'phq-9', ${on < today ? on : today}, ${nth * 3}, 0) on conflict do nothing`,
    ),
  goal: (scene) => writes(scene, (db) => aRatedGoal(db, scene)),
  phase: ({ organization_id, client_id, on, nth, ...scene }) =>
    changes(
      scene,
      sql`insert into phase_span (organization_id, client_id, number, name, from_on, review_due_on, criteria)
        select ${organization_id}, ${client_id}, ${1 + (nth % 4)}, 'Phase', ${on}, ${addDays(on, nth)}, ${JSON.stringify([{ label: 'Plan written', kind: 'recorded', needed: null, metOn: nth % 2 === 0 ? on : null }])}::jsonb
        where not exists (select from phase_span where client_id = ${client_id})`,
    ),
  concern: ({ organization_id, client_id, world, nth, ...scene }) =>
    changes(
      { world, ...scene },
      nth % 3 === 0
        ? sql`update safety_concern set closed_at = ${instantOf(world.clock.now)} where client_id = ${client_id} and closed_at is null`
        : sql`insert into safety_concern (organization_id, client_id, opened_at, trigger, notified, notified_at)
            values (${organization_id}, ${client_id}, ${instantOf(world.clock.now)}, 'concern', ${nth % 2 === 0 ? 'On-call' : null}, ${nth % 2 === 0 ? instantOf(world.clock.now) : null})`,
    ),
  adjustment: ({ organization_id, client_id, world, ...scene }) =>
    changes(
      { world, ...scene },
      sql`insert into adjustment (organization_id, client_id, number, trigger, opened_at, talk_due_at, sign_due_at)
        select ${organization_id}, ${client_id}, 1 + count(*), 'own-report', ${instantOf(world.clock.now)}, ${addHours(instantOf(world.clock.now), 24)}, ${addHours(instantOf(world.clock.now), 72)}
        from adjustment where client_id = ${client_id}`,
    ),
  'adjustment-step': ({ client_id, world, on, nth, ...scene }) =>
    changes(
      { world, ...scene },
      nth % 2 === 0
        ? sql`update adjustment set talked_at = ${instantOf(world.clock.now)} where client_id = ${client_id} and talked_at is null`
        : sql`update adjustment set signed_at = ${instantOf(world.clock.now)}, signed_by = ${world.staff.therapist.staffId}, client_view = 'agrees', naloxone = 'has-it',
            follow_up_on = ${on}, no_change_reason = 'Enough as it is' where client_id = ${client_id} and talked_at is not null and signed_at is null`,
    ),
  slot: ({ organization_id, client_id, on, ...scene }) =>
    changes(
      scene,
      sql`insert into screen_slot (organization_id, client_id, due_on) select ${organization_id}, ${client_id}, ${on}
        where not exists (select from screen_slot where client_id = ${client_id} and due_on = ${on})`,
    ),
  screen: ({ organization_id, client_id, on, today, nth, ...scene }) =>
    changes(
      scene,
      nth % 3 === 0
        ? sql`insert into screen (organization_id, client_id, scheduled, outcome, collected_on, source) values (${organization_id}, ${client_id}, true, 'not-collected', ${on < today ? on : today}, 'logged')`
        : sql`insert into screen (organization_id, client_id, scheduled, outcome, specimen, validity, collected_on, source)
            values (${organization_id}, ${client_id}, true, 'collected', 'urine-cup', 'valid', ${on < today ? on : today}, 'logged')`,
    ),
  snooze: ({ organization_id, client_id, world, today, nth, ...scene }) =>
    changes(
      { world, ...scene },
      sql`insert into snooze (organization_id, client_id, need, reason, from_at, until_on, by) values (${organization_id}, ${client_id},
        ${(['hours', 'uncollected', 'review', 'lost-contact', 'instrument'] as const)[nth % 5]}, 'Later', ${instantOf(world.clock.now)}, ${addDays(today, 1 + (nth % 7))}, ${world.staff.therapist.staffId})`,
    ),
  hours: ({ organization_id, client_id, on, nth, ...scene }) =>
    changes(
      scene,
      sql`insert into prescribed_hours (organization_id, client_id, hours_per_week, from_on) values (${organization_id}, ${client_id}, ${3 + nth}, ${addDays(on, -20)})
        on conflict do nothing`,
    ),
  're-admission': ({ organization_id, client_id, world, siteIds, today, nth, ...scene }) =>
    writes({ world, ...scene }, async (db) => {
      const yesterday = addDays(today, -1);
      await sql`update episode set closed_on = ${yesterday}, closed_because = 'chose-to-leave'
        where client_id = ${client_id} and closed_on is null and opened_on < ${yesterday}`.execute(db);
      await sql`insert into episode (organization_id, client_id, program_id, site_id, therapist_id, opened_on)
        values (${organization_id}, ${client_id}, ${world.programId}, ${siteIds[nth % 2]}, ${world.staff.therapist.staffId}, ${today}) on conflict do nothing`.execute(
        db,
      );
    }),
  closure: ({ organization_id, on, nth, ...scene }) =>
    changes(
      scene,
      sql`insert into closure (organization_id, from_on, to_on, kind, label) values (${organization_id}, ${on}, ${addDays(on, nth % 3)}, 'holiday', 'Closed')`,
    ),
  // The owner changes these: no request can yet.
  settings: async ({ organization_id, world, nth }) => {
    await sql`update organization set settings = ${JSON.stringify({ lostContactDays: 4 + nth, hoursWeeks: 1 + (nth % 2) })} where id = ${organization_id}`.execute(
      world.db,
    );
    return true;
  },
  'site-zone': async ({ world, siteIds, zones, nth }) => {
    await sql`update site set time_zone = ${zones[nth % 2]} where id = ${siteIds[1]}`.execute(world.db);
    return true;
  },
  // A second chart of the person, with a contact that the first one doesn't know.
  merge: async ({ world, client_id, organization_id }) => {
    const other = await inside(world, async (db) => {
      const { id } = await db
        .insertInto('client')
        .values({
          organization_id,
          chart_number: `T-${randomUUID().slice(0, 8)}`,
          first_name: 'Jordan',
          last_name: 'Twice',
          intake_program_id: world.programId,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await db
        .insertInto('contact')
        .values({
          organization_id,
          client_id: id,
          at: instantOf(world.clock.now),
          method: 'phone',
          two_way: true,
          note: null,
          by: world.staff.therapist.staffId,
        })
        .execute();
      return id;
    });
    const { version } = await world.db.selectFrom('client').select('version').where('id', '=', client_id).executeTakeFirstOrThrow();
    return (await mergeCharts(world, client_id, other, { version })).status === 200;
  },
  import: async ({ world, who, on, today, days, status, nth }) => {
    const row = `${who}-${nth}-${days},${on < today ? on : addDays(today, -1)},18:00,21:00,group,Evening,C-${who},${status === 'booked' ? 'present' : status},`;
    const text = `session_key,date,start,end,service,title,chart_number,attendance,minutes\n${row}\n`;
    const [report] = await importFiles(
      world.db,
      [
        {
          name: 'sessions.csv',
          bytes: async function* () {
            yield Buffer.from(text);
          },
        },
      ],
      { organizationId: world.organizationId, clock: () => world.clock.now },
    );
    return report?.added === 1;
  },
  'time-passes': ({ world, nth }) => {
    world.clock.now = new Date(world.clock.now.getTime() + (1 + nth) * 3 * 3_600_000);
    return Promise.resolve(true);
  },
} satisfies Readonly<Record<string, (scene: Scene) => Promise<boolean>>>;

type StepKind = keyof typeof steps;
const everyday: readonly StepKind[] = ['session', 'session', 'session', 'mark', 'mark'];

/** One thing that happens in a clinic. */
export const aCaseloadStep = fc.record({
  kind: fc.constantFrom(...everyday, ...(Object.keys(steps) as StepKind[])),
  who: fc.nat(9),
  nth: fc.nat(9),
  days: fc.integer({ min: -20, max: 6 }),
  status: fc.constantFrom('present', 'present', 'absent', 'absent', 'excused', 'booked' as const),
});

/** Does one step, and answers whether there was anything to do it to. */
export function stepIn(caseload: Caseload, { kind, ...given }: Given & { readonly kind: StepKind }): Promise<boolean> {
  const { world, clientIds } = caseload;
  const today = dayAt(instantOf(world.clock.now), 'America/Chicago');
  const scene = { ...given, ...caseload, client_id: clientIds[given.who] ?? '', organization_id: world.organizationId, today };
  return steps[kind]({ ...scene, on: addDays(today, given.days) });
}

const writes = ({ world }: Pick<Scene, 'world'>, work: (db: Database) => Promise<void>): Promise<boolean> =>
  inside(world, work).then(() => true);

const changes = ({ world }: Pick<Scene, 'world'>, statement: RawBuilder<unknown>): Promise<boolean> =>
  inside(world, async (db) => Number((await statement.execute(db)).numAffectedRows ?? 0) > 0);

const sessionOf = ({ client_id, nth }: Scene) =>
  sql`select session_id from attendance where client_id = ${client_id} order by session_id offset ${nth} limit 1`;
