import { sql } from 'kysely';
import type { Contract } from '#contract/index.ts';
import { addDays, dayAt, type Day } from '#domain/calendar/calendar.ts';
import { overCapacity } from '#domain/scheduling/session-rules.ts';
import { clientsOf } from '#server/access/endpoint-policy.ts';
import type { Database } from '#server/database/pool.ts';
import { endEnrollments, enrollInGroup } from './enrollments.store.ts';
import { groupRows } from './groups.rows.ts';
import { missedIn } from '#server/attendance/missed-in-group.rows.ts';
import { calledName } from '#server/clients/client-names.ts';
import type { Actor, ProceduresOf } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';

type Groups = ProceduresOf<Contract['groups']>;

/** People who left are shown for as long. */
const daysShown = 56;

const peopleOf = (db: Database, actor: Actor, groupId: string, since: Day) =>
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
    .orderBy('client.last_name')
    .orderBy('client.first_name')
    .orderBy('group_enrollment.from_on');

export const rosterOfGroup: Groups['roster'] = async ({ groupId }, { db, actor, now, zone, settings, record }) => {
  const today = dayAt(now, zone);
  const rows = await record.seen(peopleOf(db, actor, groupId, addDays(today, -daysShown)));
  const [found] = await groupRows(db, today, groupId);
  if (found === undefined) throw new Refusal('not-found');
  const current = new Set(rows.filter(({ to_on }) => to_on === null || to_on >= today).map(({ client_id }) => client_id));
  const missed = await missedIn(db, groupId, { clientIds: [...current], from: addDays(today, -settings.makeUpDays), to: today });
  return {
    today,
    people: rows.map((row) => ({
      clientId: row.client_id,
      name: `${calledName(row)} ${row.last_name}`,
      chartNumber: row.chart_number,
      from: row.from_on,
      to: row.to_on,
      weekdays: row.weekdays,
      inCare: row.in_care,
      missed: row.to_on === null || row.to_on >= today ? (missed.get(row.client_id) ?? []) : [],
    })),
    others: Math.max(0, found.group.onRoster + found.group.beginLater - current.size),
  };
};

export const enrollClient: Groups['enroll'] = async ({ clientId, groupId, fromOn, weekdays }, { db, actor, now, zone, record }) => {
  await enrollInGroup(db, actor, { clientId, groupId, fromOn, ...(weekdays === undefined ? {} : { weekdays }) });
  await db
    .updateTable('episode')
    .set({ group_id: groupId })
    .where('client_id', '=', clientId)
    .where('closed_on', 'is', null)
    .where('group_id', 'is', null)
    .execute();
  await record.changed('groups', [clientId]);
  const [found] = await groupRows(db, dayAt(now, zone), groupId);
  const group = found?.group;
  const over = group === undefined ? null : overCapacity(group.onRoster + group.beginLater, group.capacity);
  return {
    warnings:
      group === undefined || over === null
        ? []
        : [`${group.name} has room for ${group.capacity} and now has ${group.onRoster + group.beginLater} on its roster.`],
  };
};

export const leaveGroup: Groups['leave'] = async ({ clientId, groupId, lastOn }, { db, actor, record }) => {
  const there = await db
    .selectFrom('group_enrollment')
    .innerJoin('client', (join) =>
      join.onRef('client.organization_id', '=', 'group_enrollment.organization_id').onRef('client.id', '=', 'group_enrollment.client_id'),
    )
    .select('group_enrollment.id')
    .where('group_enrollment.client_id', '=', clientId)
    .where('group_enrollment.group_id', '=', groupId)
    .where(clientsOf(actor))
    .executeTakeFirst();
  await endEnrollments(db, actor, { clientId, onDay: lastOn, groupId });
  if (there === undefined) throw refuseField('groupId', 'They aren’t in this group.');
  // Lists show another group that they still belong to, or none.
  const next = await db
    .selectFrom('group_enrollment')
    .select('group_id')
    .where('client_id', '=', clientId)
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>', lastOn)]))
    .orderBy('from_on')
    .executeTakeFirst();
  await db
    .updateTable('episode')
    .set({ group_id: next?.group_id ?? null })
    .where('client_id', '=', clientId)
    .where('closed_on', 'is', null)
    .where('group_id', '=', groupId)
    .execute();
  await record.changed('groups', [clientId]);
  return {};
};
