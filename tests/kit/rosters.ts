import type { Day } from '#domain/calendar/calendar.ts';
import { day } from '#domain/calendar/calendar.ts';
import { aClient } from './clients.ts';
import { aSession } from './sessions.ts';
import type { World } from './world.ts';

type Where = Pick<World, 'db' | 'organizationId'>;

/** Books somebody into a session. */
export async function booked(world: Where, sessionId: string, clientId: string, on: Day = day('2026-11-22')): Promise<void> {
  await world.db
    .insertInto('attendance')
    .values({ organization_id: world.organizationId, session_id: sessionId, client_id: clientId, session_on: on, status: 'booked' })
    .execute();
}

/** An evening group, 6 to 9 pm in Chicago, with these people booked in it. Answers its id and theirs. */
export async function aRoster(world: World, lastNames: readonly string[], wanted: Parameters<typeof aSession>[1] = {}) {
  const sessionId = await aSession(world, wanted);
  const clientIds: string[] = [];
  for (const lastName of lastNames) {
    const { clientId } = await aClient(world, { firstName: 'Tess', lastName });
    clientIds.push(clientId);
    await booked(world, sessionId, clientId, wanted.on);
  }
  return { sessionId, clientIds };
}

type Wanted = Readonly<Record<string, unknown>>;

/** One row of a roster: here for all of it, unless said otherwise. */
export const aMark = (clientId: string, wanted: Wanted = {}) => ({
  clientId,
  version: 1,
  status: 'present',
  arrivedAt: null,
  leftAt: null,
  minutes: null,
  telehealth: false,
  makesUp: null,
  note: null,
  ...wanted,
});
