import type { Day } from '#domain/calendar/calendar.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

type Hours = { readonly hoursPerWeek: number; readonly from: Day };

const columnsOf = ({ actor }: Pick<Context, 'actor'>, clientId: string, { hoursPerWeek, from }: Hours) => ({
  organization_id: actor.organizationId,
  client_id: clientId,
  hours_per_week: hoursPerWeek,
  from_on: from,
});

export async function insertHours(context: Pick<Context, 'db' | 'actor'>, clientId: string, hours: Hours): Promise<{ id: string }> {
  return context.db
    .insertInto('prescribed_hours')
    .values(columnsOf(context, clientId, hours))
    .returning('id')
    .executeTakeFirstOrThrow();
}

/** The hours from a day on, in place of those that begin on the same day. */
export async function setHours(context: Pick<Context, 'db' | 'actor'>, clientId: string, hours: Hours): Promise<void> {
  await context.db
    .insertInto('prescribed_hours')
    .values(columnsOf(context, clientId, hours))
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'client_id', 'from_on'])
        .doUpdateSet((eb) => ({ hours_per_week: hours.hoursPerWeek, version: eb('prescribed_hours.version', '+', 1) })),
    )
    .execute();
}

export async function changeHours({ db }: Pick<Context, 'db'>, id: string, { hoursPerWeek, from }: Hours): Promise<void> {
  await db
    .updateTable('prescribed_hours')
    .set((eb) => ({ hours_per_week: hoursPerWeek, from_on: from, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
