import { day, type Day } from '#domain/calendar/calendar.ts';
import { aClient } from './clients.ts';
import { aSession } from './sessions.ts';
import type { World } from './world.ts';

type Where = Pick<World, 'db' | 'organizationId' | 'programId' | 'siteId'>;

let made = 0;

/** A group that doesn't meet yet. */
export async function aGroup(world: Where, wanted: { readonly name?: string; readonly capacity?: number } = {}): Promise<string> {
  made += 1;
  const { id } = await world.db
    .insertInto('care_group')
    .values({
      organization_id: world.organizationId,
      program_id: world.programId,
      site_id: world.siteId,
      name: wanted.name ?? `Group ${made}`,
      weekdays: [],
      capacity: wanted.capacity ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

type Meets = {
  readonly weekday?: number;
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly from?: Day;
  readonly leaderId?: string | null;
  readonly telehealth?: boolean;
};

/** A recurring session of a group: Mondays 6 to 9 pm since the world's Monday, unless said otherwise. */
export async function aMeeting(world: Where, groupId: string, meets: Meets = {}): Promise<string> {
  const { id } = await world.db
    .insertInto('meeting')
    .values({
      organization_id: world.organizationId,
      group_id: groupId,
      weekday: meets.weekday ?? 1,
      starts_at: meets.startsAt ?? '18:00',
      ends_at: meets.endsAt ?? '21:00',
      service: 'group',
      title: 'Process group',
      leader_id: meets.leaderId ?? null,
      telehealth: meets.telehealth ?? false,
      from_on: meets.from ?? day('2026-11-23'),
      to_on: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A client's place on a roster since the world's Monday, unless said otherwise. Their bookings come with the sessions. */
export async function inGroup(world: Where, clientId: string, groupId: string, from: Day = day('2026-11-23')): Promise<void> {
  await world.db
    .insertInto('group_enrollment')
    .values({ organization_id: world.organizationId, client_id: clientId, group_id: groupId, from_on: from, to_on: null, weekdays: null })
    .execute();
}

/** Somebody who isn't of the group missed a group session on the Friday before the world's Monday. */
export async function missedBy(world: World): Promise<{ clientId: string; sessionId: string }> {
  const { clientId } = await aClient(world);
  const sessionId = await aSession(world, { on: day('2026-11-20') });
  await world.db
    .insertInto('attendance')
    .values({
      organization_id: world.organizationId,
      session_id: sessionId,
      client_id: clientId,
      session_on: day('2026-11-20'),
      status: 'absent',
      minutes: 0,
      note: null,
      recorded_by: null,
    })
    .execute();
  return { clientId, sessionId };
}
