import type { Contract } from '#contract/index.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { refuseStale } from '#server/database/version-check.ts';
import { clientsInCareOf } from './colleagues.rows.ts';
import { maySpeakFor, refuseCoverage } from './coverage.guards.ts';
import { cancelCoverage, changeCoverage } from './coverage.store.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';

/** Other days or somebody else, as long as they haven't begun; or none of it. */
export const change: Procedure<Contract['coverage']['change']> = async (input, context) => {
  const { db, version, now, zone, record } = context;
  const { coverageId, coveredBy, from, to, note, cancelled } = input;
  const stored = await db
    .selectFrom('coverage')
    .innerJoin('staff', 'staff.id', 'coverage.covered_by')
    .selectAll('coverage')
    .select('staff.name')
    .where('coverage.id', '=', coverageId)
    .where('coverage.cancelled_at', 'is', null)
    .forUpdate('coverage')
    .executeTakeFirst();
  if (stored === undefined || !(await maySpeakFor(context, stored.away_id))) throw new Refusal('not-found', 'There is no such coverage.');
  refuseStale(stored, version, `${stored.name}, ${dayWithYear(stored.from_on)} to ${dayWithYear(stored.to_on)}`);
  const today = dayAt(now, zone);
  if (cancelled === true && stored.from_on < today)
    throw refuseField('cancelled', 'It has begun already. Let it end with yesterday or today instead, so that it stays on record.');
  if (cancelled !== true) await refuseCoverage(context, { id: coverageId, awayId: stored.away_id, coveredBy, from, to });
  if (stored.from_on < today && from !== stored.from_on)
    throw refuseField('from', `It began on ${dayWithYear(stored.from_on)} already. The first day stays.`);
  if (stored.from_on < today && coveredBy !== stored.covered_by)
    throw refuseField('coveredBy', `${stored.name} covered already. Let this one end, and add another from there.`);
  if (cancelled === true) await cancelCoverage(context, coverageId);
  else await changeCoverage(context, coverageId, { coveredBy, from, to, note: note === undefined ? stored.note : note });
  await record.changed('coverage', await clientsInCareOf(db, stored.away_id));
  return {};
};
