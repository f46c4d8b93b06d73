import type { Contract } from '#contract/index.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField, Refusal } from '#server/http/refusal.ts';
import { insertLot } from './panels.store.ts';

/** Adds a box of cups that was opened, by its lot and date. */
export const addLot: Procedure<Contract['panels']['addLot']> = async ({ panelId, lot, expiresOn }, context) => {
  const { db, now, zone, record } = context;
  const panel = await db.selectFrom('panel').select('name').where('id', '=', panelId).executeTakeFirst();
  if (panel === undefined) throw new Refusal('panel-unknown');
  if (expiresOn < dayAt(now, zone))
    throw refuseField('expiresOn', `This lot expired on ${dayWithYear(expiresOn)}. Open another box, or check the date printed on it.`);
  if (!(await insertLot(context, { panelId, lot, expiresOn })))
    throw new Refusal('duplicate', `Lot ${lot} of the ${panel.name} is listed already.`);
  await record.changed('panels', []);
  return { lot, expiresOn };
};
