import type { Contract } from '#contract/index.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField, Refusal } from '#server/http/refusal.ts';

/** Adds a box of cups that was opened, by its lot and date. */
export const addLot: Procedure<Contract['panels']['addLot']> = async ({ panelId, lot, expiresOn }, { db, actor, now, zone, record }) => {
  const panel = await db.selectFrom('panel').select('name').where('id', '=', panelId).executeTakeFirst();
  if (panel === undefined) throw new Refusal('panel-unknown');
  if (expiresOn < dayAt(now, zone))
    throw refuseField('expiresOn', `This lot expired on ${dayWithYear(expiresOn)}. Open another box, or check the date printed on it.`);
  const added = await db
    .insertInto('panel_lot')
    .values({ organization_id: actor.organizationId, panel_id: panelId, lot, expires_on: expiresOn })
    .onConflict((conflict) => conflict.doNothing())
    .returning('lot')
    .executeTakeFirst();
  if (added === undefined) throw new Refusal('duplicate', `Lot ${lot} of the ${panel.name} is listed already.`);
  await record.changed('panels', []);
  return { lot, expiresOn };
};
