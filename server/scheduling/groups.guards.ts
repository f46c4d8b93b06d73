import { sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { lockAnyClients } from '#server/clients/clients.guards.ts';
import { found } from '#server/database/not-found.ts';
import type { Database } from '#server/database/pool.ts';
import { refuseStale } from '#server/database/version-check.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';

/** The group, locked until the change is done, where the version is the one that was seen. */
export async function groupToEdit(groupId: string, { db, version }: Pick<Context, 'db' | 'version'>) {
  const group = found(
    await db.selectFrom('care_group').selectAll().where('id', '=', groupId).forNoKeyUpdate().executeTakeFirst(),
    'not-found',
  );
  refuseStale(group, version);
  return group;
}

export type GroupToEdit = Awaited<ReturnType<typeof groupToEdit>>;

/** Locks groups until the transaction ends, in the order of their ids, and answers those that are there. Sessions and clients are locked after them. */
export const lockGroups = (db: Database, groupIds: readonly string[]) =>
  db
    .selectFrom('care_group')
    .selectAll()
    .where((eb) => eb('id', '=', sql<string>`any(${[...groupIds]}::uuid[])`))
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();

/** Waits for whoever makes sessions of any group at this moment, and keeps everybody from doing so until the transaction ends. */
export async function lockAllGroups(db: Database): Promise<void> {
  await db.selectFrom('care_group').select('id').orderBy('id').forNoKeyUpdate().execute();
}

/** Locks a group whose sessions are about to be made, and everybody who was ever on its roster, so that nobody is merged away meanwhile. */
export async function lockGroupWithRoster(db: Database, groupId: string) {
  const group = await db.selectFrom('care_group').selectAll().where('id', '=', groupId).forNoKeyUpdate().executeTakeFirstOrThrow();
  const roster = await db.selectFrom('group_enrollment').select('client_id').distinct().where('group_id', '=', groupId).execute();
  await lockAnyClients(
    db,
    roster.map(({ client_id }) => client_id),
  );
  return group;
}

type Group = { readonly name: string; readonly ended_on: Day | null };

const lastDay = ({ name, ended_on }: Group): string | null =>
  ended_on === null ? null : `The last day of ${name} is ${dayWithYear(ended_on)}`;

/** A group whose end is set takes nobody new, from no day on. */
export function refuseNewEnrollment(group: Group): void {
  const ends = lastDay(group);
  if (ends !== null) throw refuseField('groupId', `${ends}: it takes nobody new. Choose another group.`);
}

/** A group whose end is set gets no new meeting. */
export function refuseNewMeeting(group: Group): void {
  const ends = lastDay(group);
  if (ends !== null) throw refuseField('fromOn', `${ends}. Take that end back before you add a meeting.`);
}

/** What is past was held, and an end doesn't change it. Yesterday may be the last day. */
export function refuseHeld(lastOn: Day, yesterday: Day): void {
  if (lastOn < yesterday) throw refuseField('lastOn', 'What was held stays as it was. Choose yesterday or a later day.');
}

/**
 * Refuses to end a group that ends already, and one in which people are enrolled after its last day: how many, and what to do. Whoever plans
 * may open no chart, so nobody is named.
 */
export async function refuseEnrollmentsAfter(
  db: Database,
  group: Group & { readonly id: string },
  lastOn: Day,
  movesPeople: boolean,
): Promise<void> {
  const ends = lastDay(group);
  if (ends !== null) throw refuseField('lastOn', `${ends} already. Take that end back first to choose another day.`);
  const { people } = await db
    .selectFrom('group_enrollment')
    .select(({ fn }) => fn.count<number>('client_id').distinct().as('people'))
    .where('group_id', '=', group.id)
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>', lastOn)]))
    .executeTakeFirstOrThrow();
  const count = Number(people);
  if (count === 0) return;
  const held = count === 1 ? 'One person holds a place' : `${count} people hold places`;
  const fix = movesPeople
    ? `End ${count === 1 ? 'it' : 'each'} on the roster, or move ${count === 1 ? 'them' : 'everybody'} to another group, and then end the group.`
    : `Ask their therapist or a director to end ${count === 1 ? 'it' : 'them'} on the roster or to move ${count === 1 ? 'the person' : 'the people'} to another group, and then end the group.`;
  throw refuseField('lastOn', `${held} in ${group.name} after ${dayWithYear(lastOn)}. ${fix}`);
}
