import type { Day } from '#domain/calendar/calendar.ts';
import { aClient } from './clients.ts';
import type { World } from './world.ts';

export type Refused = { readonly code?: string; readonly detail?: string; readonly fields?: readonly { field: string; message: string }[] };

/** What came back, as a refusal reads it. */
export const refusalOf = async (response: Response): Promise<readonly [status: number, code: unknown, ...fields: string[]]> => {
  const body = (await response.json()) as Refused;
  return [response.status, body.code, ...(body.fields ?? []).map(({ field }) => field)];
};

/** What an admission form says of somebody in the world's own program. */
export const anAdmission = (world: World, over: Readonly<Record<string, unknown>> = {}) => ({
  as: 'new',
  openedOn: '2026-11-23',
  programId: world.programId,
  therapistId: world.staff.therapist.staffId,
  level: 'ASAM 2.1 intensive outpatient',
  hoursPerWeek: 9,
  ...over,
});

type Before = { readonly lastServedOn: Day | null; readonly closedOn: Day; readonly because?: 'chose-to-leave' | 'died' };

/** Somebody whose episode is closed, last seen on a day; null where they never came. */
export async function someoneWhoLeft(world: World, { lastServedOn, closedOn, because = 'chose-to-leave' }: Before) {
  const client = await aClient(world);
  const organization_id = world.organizationId;
  if (lastServedOn !== null) {
    const { id: session_id } = await world.db
      .insertInto('session')
      .values({
        organization_id,
        program_id: world.programId,
        service: 'group',
        title: 'Evening group',
        session_on: lastServedOn,
        starts_at: `${lastServedOn}T18:00:00-06:00` as never,
        ends_at: `${lastServedOn}T21:00:00-06:00` as never,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await world.db
      .insertInto('attendance')
      .values({ organization_id, session_id, client_id: client.clientId, session_on: lastServedOn, status: 'present' })
      .execute();
  }
  await world.db.updateTable('episode').set({ closed_on: closedOn, closed_because: because }).where('id', '=', client.episodeId).execute();
  return client;
}

/** An id that a request made. */
export const madeBy = async (response: Response): Promise<string> => {
  const body = (await response.json()) as { id?: string };
  if (body.id === undefined) throw new Error(`nothing was made: ${JSON.stringify(body)}`);
  return body.id;
};
