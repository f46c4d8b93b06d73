import { inNameOrder } from '#server/database/in-name-order.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

/** Members of staff who may have watched a collection on a day: those who had not left by then. */
export const observersOn = async ({ db }: Pick<Context, 'db'>, on: Day) =>
  db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where((eb) => eb.or([eb('ended_on', 'is', null), eb('ended_on', '>=', on)]))
    .orderBy(inNameOrder('name'))
    .execute();
