import type { Contract } from '#contract/index.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { openEpisode } from './episodes.guards.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import { found } from '#server/database/not-found.ts';
import { refuseStale } from '#server/database/version-check.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';

/** Other hours from a day on. What was prescribed before stays as it was. */
export const prescribeHours: Procedure<Contract['episodes']['prescribeHours']> = async ({ clientId, hoursPerWeek, from }, context) => {
  const { db, actor, record } = context;
  await lockClients(context, [clientId]);
  const episode = await openEpisode(context, clientId);
  if (from < episode.opened_on)
    throw refuseField('from', `The episode opened on ${dayWithYear(episode.opened_on)}. Give that day or a later one.`);
  await refuseSameDay(context, clientId, null, from);
  const { id } = await db
    .insertInto('prescribed_hours')
    .values({ organization_id: actor.organizationId, client_id: clientId, hours_per_week: hoursPerWeek, from_on: from })
    .returning('id')
    .executeTakeFirstOrThrow();
  await record.changed('episodes', [clientId]);
  return { id };
};

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
  await db
    .updateTable('prescribed_hours')
    .set((eb) => ({ hours_per_week: hoursPerWeek, from_on: from, version: eb('version', '+', 1) }))
    .where('id', '=', hoursId)
    .execute();
  await record.changed('episodes', [clientId]);
  return {};
};

async function refuseSameDay({ db }: Context, clientId: string, hoursId: string | null, from: Day): Promise<void> {
  const rows = await db
    .selectFrom('prescribed_hours')
    .select(['id', 'hours_per_week'])
    .where('client_id', '=', clientId)
    .where('from_on', '=', from)
    .execute();
  const other = rows.find(({ id }) => id !== hoursId);
  if (other !== undefined)
    throw refuseField('from', `${other.hours_per_week} hours a week begin on that day already. Correct those, or give another day.`);
}
