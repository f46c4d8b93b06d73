import type { Contract } from '#contract/index.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { found } from '#server/database/not-found.ts';
import { refuseStale } from '#server/database/version-check.ts';
import { refuseSameDay } from './prescribed-hours.guards.ts';
import { changeHours } from './prescribed-hours.store.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';

/** Puts right what was entered by mistake: from its first day on it reads as corrected. */
export const correctHours: Procedure<Contract['episodes']['correctHours']> = async (input, context) => {
  const { db, version, record } = context;
  const { clientId, hoursId, hoursPerWeek, from } = input;
  await lockClients(context, [clientId]);
  const hours = found(
    await db.selectFrom('prescribed_hours').selectAll().where('id', '=', hoursId).where('client_id', '=', clientId).executeTakeFirst(),
  );
  refuseStale(hours, version, `${hours.hours_per_week} hours a week from ${dayWithYear(hours.from_on)}`);
  await refuseSameDay(context, clientId, hoursId, from);
  await changeHours(context, hoursId, { hoursPerWeek, from });
  await record.changed('episodes', [clientId]);
  return {};
};
