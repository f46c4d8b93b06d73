import { inNameOrder } from '#server/database/in-name-order.ts';
import { sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';
import { meetingsOf, type GroupMeeting } from './meetings.rows.ts';

/** Those in force on a day; where none is, those that begin later. */
export function inForce(meetings: readonly GroupMeeting[], on: Day): readonly GroupMeeting[] {
  const now = meetings.filter(({ meeting }) => meeting.from <= on && (meeting.to === null || meeting.to >= on));
  return now.length > 0 ? now : meetings.filter(({ meeting }) => meeting.from > on && (meeting.to === null || meeting.to >= meeting.from));
}

export const endedAPage = 100;

/** One group; those that haven't ended on a day; or a page of those that have, the last one first, behind another, and one more where it isn't the last. */
type Which = { readonly groupId: string } | { readonly running: true } | { readonly endedBehind: string | null };

/** Groups as a list shows them, with how many belong to each today. Nobody is named but those who lead. */
export async function groupRows(db: Database, today: Day, which: Which) {
  const onRoster = (later: boolean) => sql<number>`(select count(distinct place.client_id)::integer from group_enrollment place
    where place.organization_id = care_group.organization_id and place.group_id = care_group.id
      and ${later ? sql`place.from_on > ${today}` : sql`place.from_on <= ${today}`} and (place.to_on is null or place.to_on >= ${today}))`;
  let query = db
    .selectFrom('care_group')
    .innerJoin('program', (join) =>
      join.onRef('program.organization_id', '=', 'care_group.organization_id').onRef('program.id', '=', 'care_group.program_id'),
    )
    .innerJoin('site', (join) =>
      join.onRef('site.organization_id', '=', 'care_group.organization_id').onRef('site.id', '=', 'care_group.site_id'),
    )
    .select(['care_group.id', 'care_group.name', 'care_group.meets', 'care_group.capacity', 'care_group.ended_on', 'care_group.version'])
    .select(['care_group.program_id', 'program.name as program_name', 'care_group.site_id', 'site.name as site_name'])
    .select([onRoster(false).as('on_roster'), onRoster(true).as('begin_later')]);
  if ('groupId' in which) query = query.where('care_group.id', '=', which.groupId);
  else if ('running' in which)
    query = query
      .where((eb) => eb.or([eb('care_group.ended_on', 'is', null), eb('care_group.ended_on', '>=', today)]))
      .orderBy(inNameOrder('care_group.name'));
  else
    query = query
      .where('care_group.ended_on', '<', today)
      .where(behind(which.endedBehind))
      .orderBy('care_group.ended_on', 'desc')
      .orderBy('care_group.id', 'desc')
      .limit(endedAPage + 1);
  const rows = await query.execute();
  const meetings = await meetingsOf(
    db,
    rows.map(({ id }) => id),
  );
  const names = new Map((await db.selectFrom('staff').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]));
  return rows.map((row) => {
    const of = meetings.filter(({ group_id }) => group_id === row.id);
    return {
      group: {
        id: row.id,
        name: row.name,
        program: { id: row.program_id, name: row.program_name },
        site: { id: row.site_id, name: row.site_name },
        capacity: row.capacity,
        meets: row.meets,
        leaders: [...new Set(inForce(of, today).flatMap(({ leader_id }) => (leader_id === null ? [] : (names.get(leader_id) ?? []))))],
        onRoster: row.on_roster,
        beginLater: row.begin_later,
        endedOn: row.ended_on,
        version: row.version,
      },
      meetings: of.map((one) => ({
        id: one.id,
        weekday: one.weekday,
        startsAt: one.meeting.startsAt,
        endsAt: one.meeting.endsAt,
        service: one.service,
        title: one.title,
        telehealth: one.telehealth,
        collectsScreens: one.collects_screens,
        breakMinutes: one.break_minutes,
        leader: one.leader_id === null ? null : { id: one.leader_id, name: names.get(one.leader_id) ?? '' },
        from: one.from_on,
        to: one.to_on,
      })),
    };
  });
}

const behind = (after: string | null) =>
  after === null
    ? sql<boolean>`true`
    : sql<boolean>`coalesce((care_group.ended_on, care_group.id) < (select end_of.ended_on, end_of.id from care_group end_of where end_of.id = ${after}::uuid), true)`;

/** How many groups have ended before a day. */
export async function countEnded(db: Database, today: Day): Promise<number> {
  const { many } = await db
    .selectFrom('care_group')
    .select((eb) => eb.fn.countAll<number>().as('many'))
    .where('ended_on', '<', today)
    .executeTakeFirstOrThrow();
  return Number(many);
}

export type GroupRow = Awaited<ReturnType<typeof groupRows>>[number]['group'];
