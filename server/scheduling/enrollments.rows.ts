import { sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar.ts';
import { clientsOf } from '#server/access/client-scope.ts';
import type { Database } from '#server/database/pool.ts';
import type { Actor } from '#server/access/actor.ts';

/** Those on a group's roster on a day or later whom this actor may open, by name. */
export const peopleOf = (db: Database, actor: Actor, groupId: string, since: Day) =>
  db
    .selectFrom('group_enrollment')
    .innerJoin('client', (join) =>
      join.onRef('client.organization_id', '=', 'group_enrollment.organization_id').onRef('client.id', '=', 'group_enrollment.client_id'),
    )
    .select(['group_enrollment.client_id', 'group_enrollment.from_on', 'group_enrollment.to_on', 'group_enrollment.weekdays'])
    .select(['client.first_name', 'client.last_name', 'client.preferred_name', 'client.chart_number'])
    .select(
      sql<boolean>`exists (select from episode where episode.organization_id = client.organization_id and episode.client_id = client.id and episode.closed_on is null)`.as(
        'in_care',
      ),
    )
    .where('group_enrollment.group_id', '=', groupId)
    .where((eb) => eb.or([eb('group_enrollment.to_on', 'is', null), eb('group_enrollment.to_on', '>=', since)]))
    .where('client.superseded_by', 'is', null)
    .where(clientsOf(actor))
    .orderBy('client.sort_name')
    .orderBy('client.id')
    .orderBy('group_enrollment.from_on');

/** Everybody who is or was on a group's roster: whose bookings a change of it may touch. */
export async function everOnRoster(db: Database, groupId: string): Promise<string[]> {
  const rows = await db.selectFrom('group_enrollment').select('client_id').distinct().where('group_id', '=', groupId).execute();
  return rows.map(({ client_id }) => client_id);
}

/** A client's enrollments in a group, or in all of them, that go on after a day or begin later. */
export function enrollmentsAfter(db: Database, clientId: string, onDay: Day, groupId?: string) {
  const query = db
    .selectFrom('group_enrollment')
    .select(['id', 'group_id', 'from_on'])
    .where('client_id', '=', clientId)
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>', onDay)]))
    .orderBy('from_on');
  return (groupId === undefined ? query : query.where('group_id', '=', groupId)).execute();
}

/** The client's enrollments in other groups that last until a day or later, with what each group is called. */
export const otherEnrollments = (db: Database, clientId: string, groupId: string, from: Day) =>
  db
    .selectFrom('group_enrollment')
    .innerJoin('care_group', (join) =>
      join
        .onRef('care_group.organization_id', '=', 'group_enrollment.organization_id')
        .onRef('care_group.id', '=', 'group_enrollment.group_id'),
    )
    .select([
      'group_enrollment.group_id',
      'group_enrollment.from_on',
      'group_enrollment.to_on',
      'group_enrollment.weekdays',
      'care_group.name',
    ])
    .where('group_enrollment.client_id', '=', clientId)
    .where('group_enrollment.group_id', '<>', groupId)
    .where((eb) => eb.or([eb('group_enrollment.to_on', 'is', null), eb('group_enrollment.to_on', '>=', from)]))
    .execute();
