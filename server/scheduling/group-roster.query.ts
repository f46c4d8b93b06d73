import type { Contract } from '#contract/index.ts';
import { addDays, dayAt } from '#domain/calendar/calendar.ts';
import { missedIn } from '#server/attendance/missed-in-group.rows.ts';
import { fullName } from '#server/clients/client-names.ts';
import { found } from '#server/database/not-found.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { peopleOf } from './enrollments.rows.ts';
import { groupRows } from './groups.rows.ts';

/** People who left are shown for as long. */
const daysShown = 56;

/** Who belongs to a group, begins later or left lately, as far as whoever asks may open them; the others are counted. */
export const rosterOfGroup: Procedure<Contract['groups']['roster']> = async ({ groupId }, { db, actor, now, zone, settings, record }) => {
  const today = dayAt(now, zone);
  const rows = await record.seen(peopleOf(db, actor, groupId, addDays(today, -daysShown)));
  const { group } = found((await groupRows(db, today, { groupId }))[0], 'not-found');
  const current = new Set(rows.filter(({ to_on }) => to_on === null || to_on >= today).map(({ client_id }) => client_id));
  const missed = await missedIn(db, groupId, { clientIds: [...current], from: addDays(today, -settings.makeUpDays), to: today });
  return {
    today,
    people: rows.map((row) => ({
      clientId: row.client_id,
      name: fullName(row),
      chartNumber: row.chart_number,
      from: row.from_on,
      to: row.to_on,
      weekdays: row.weekdays,
      inCare: row.in_care,
      missed: row.to_on === null || row.to_on >= today ? (missed.get(row.client_id) ?? []) : [],
    })),
    others: Math.max(0, group.onRoster + group.beginLater - current.size),
  };
};
