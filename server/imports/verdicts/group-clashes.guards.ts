import type { MeetingTime, Problem } from '#domain/imports/problems.ts';
import { meetingsOverlap, type Stay } from '#domain/scheduling/meetings.ts';
import { lockAnyClients } from '#server/clients/clients.guards.ts';
import type { Database } from '#server/database/pool.ts';
import { meetingsOf, type GroupMeeting } from '#server/scheduling/meetings.rows.ts';
import type { Enrollment } from './enrollments.ts';

type Wanted = { readonly clientIds: readonly string[]; readonly groupIds: readonly string[] };

/** Why a place can't be given; null where it can. */
export type EnrollmentProblem = (enrollment: Enrollment) => Problem | null;

/** When two groups meet at once; null where they don't. */
export function meetTogether(
  one: readonly GroupMeeting[],
  other: readonly GroupMeeting[],
  stays?: readonly [Stay, Stay],
): MeetingTime | null {
  for (const { meeting: a } of one)
    for (const { meeting: b } of other)
      if (meetingsOverlap(a, b, stays)) return { weekday: b.weekday, startsAt: b.startsAt, endsAt: b.endsAt };
  return null;
}

/**
 * What stands against places on rosters: a group whose end is set, and another group of the client that meets at the same time, both named.
 * Clients and groups are held, in the order in which a place given by hand holds them, so that none is given at the same moment.
 */
export async function enrollmentProblems(db: Database, { clientIds, groupIds }: Wanted): Promise<EnrollmentProblem> {
  if (groupIds.length === 0) return () => null;
  const known = ['00000000-0000-0000-0000-000000000000', ...clientIds];
  await lockAnyClients(db, known);
  const groups = await db
    .selectFrom('care_group')
    .select(['id', 'name', 'ended_on'])
    .where('id', 'in', groupIds)
    .orderBy('id')
    .forShare()
    .execute();
  const held = await db
    .selectFrom('group_enrollment')
    .innerJoin('care_group', (join) =>
      join
        .onRef('care_group.organization_id', '=', 'group_enrollment.organization_id')
        .onRef('care_group.id', '=', 'group_enrollment.group_id'),
    )
    .select([
      'group_enrollment.client_id',
      'group_enrollment.group_id',
      'group_enrollment.from_on',
      'group_enrollment.to_on',
      'group_enrollment.weekdays',
    ])
    .select('care_group.name')
    .where('group_enrollment.client_id', 'in', known)
    .execute();
  const meetings = Map.groupBy(
    await meetingsOf(db, [...new Set([...groupIds, ...held.map(({ group_id }) => group_id)])]),
    ({ group_id }) => group_id,
  );
  return ({ client_id, group_id, from_on }) => {
    const group = groups.find(({ id }) => id === group_id);
    if (group === undefined) return null;
    if (group.ended_on !== null) return { code: 'group-ends', group: group.name, lastOn: group.ended_on };
    const stay: Stay = { from: from_on, to: null, weekdays: null };
    for (const other of held.filter((one) => one.client_id === client_id && one.group_id !== group_id)) {
      const stays = [stay, { from: other.from_on, to: other.to_on, weekdays: other.weekdays }] as const;
      const meeting = meetTogether(meetings.get(group_id) ?? [], meetings.get(other.group_id) ?? [], stays);
      if (meeting !== null) return { code: 'groups-overlap', given: group.name, other: other.name, meeting };
    }
    return null;
  };
}
