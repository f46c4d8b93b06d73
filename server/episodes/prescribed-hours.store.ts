import type { Day } from '#domain/calendar/calendar.ts';
import { insertRows, type WholeRow } from '#server/database/insert-rows.ts';
import type { Database } from '#server/database/pool.ts';
import { updateFields, type NewFields, type RowKey } from '#server/database/update-fields.ts';
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

/** Adds prescribed hours of clients. */
export const insertPrescribedHours = (db: Database, rows: readonly WholeRow<'prescribed_hours'>[]): Promise<void> =>
  insertRows(db, 'prescribed_hours', rows);

/** Sets fields of prescribed hours, as their next version. */
export const setHoursFields = (db: Database, key: RowKey, fields: NewFields): Promise<void> =>
  updateFields(db, 'prescribed_hours', key, fields, { counted: true });
