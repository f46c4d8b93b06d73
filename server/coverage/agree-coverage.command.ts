import type { Contract } from '#contract/index.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { dayAt, type Day } from '#domain/calendar/calendar.ts';
import { coverageProblemMessage } from '#domain/coverage/words.ts';
import { coverageProblem } from '#domain/coverage/coverage.ts';
import { refuseStale } from '#server/database/version-check.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';
import { refuseTherapist } from '#server/episodes/episode-locations.guards.ts';
import { maySpeakFor } from './coverage-list.query.ts';

type Wanted = { readonly id: string | null; readonly awayId: string; readonly coveredBy: string; readonly from: Day; readonly to: Day };

/** Somebody is away from a day to a day, and another answers for their clients in those days. */
export const add: Procedure<Contract['coverage']['add']> = async ({ awayId, coveredBy, from, to, note }, context) => {
  const { db, actor, now, zone, record } = context;
  if (!maySpeakFor(context, awayId)) throw refuseField('awayId', 'You can say who covers for yourself. Ask a director for others.');
  if (to < dayAt(now, zone)) throw refuseField('to', 'These days are over. Give days from today on.');
  await refuseWanted(context, { id: null, awayId, coveredBy, from, to });
  const { id } = await db
    .insertInto('coverage')
    .values({
      organization_id: actor.organizationId,
      away_id: awayId,
      covered_by: coveredBy,
      from_on: from,
      to_on: to,
      note: note ?? null,
      made_by: actor.staffId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await record.changed('coverage', []);
  return { id };
};

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
  if (stored === undefined || !maySpeakFor(context, stored.away_id)) throw new Refusal('not-found', 'There is no such coverage.');
  refuseStale(stored, version, `${stored.name}, ${dayWithYear(stored.from_on)} to ${dayWithYear(stored.to_on)}`);
  const today = dayAt(now, zone);
  if (cancelled === true && stored.from_on < today)
    throw refuseField('cancelled', 'It has begun already. Let it end with yesterday or today instead, so that it stays on record.');
  if (cancelled !== true) await refuseWanted(context, { id: coverageId, awayId: stored.away_id, coveredBy, from, to });
  if (stored.from_on < today && from !== stored.from_on)
    throw refuseField('from', `It began on ${dayWithYear(stored.from_on)} already. The first day stays.`);
  if (stored.from_on < today && coveredBy !== stored.covered_by)
    throw refuseField('coveredBy', `${stored.name} covered already. Let this one end, and add another from there.`);
  await db
    .updateTable('coverage')
    .set((eb) => ({
      version: eb('version', '+', 1),
      ...(cancelled === true
        ? { cancelled_at: now }
        : { covered_by: coveredBy, from_on: from, to_on: to, note: note === undefined ? stored.note : note }),
    }))
    .where('id', '=', coverageId)
    .execute();
  await record.changed('coverage', []);
  return {};
};

async function refuseWanted(context: Context, wanted: Wanted): Promise<void> {
  const { db } = context;
  if (wanted.to < wanted.from) throw refuseField('to', 'The last day is before the first. Correct one of the two.');
  await refuseTherapist(context, wanted.awayId, 'awayId');
  await refuseTherapist(context, wanted.coveredBy, 'coveredBy');
  // Two who plan at once take turns here, by the people concerned.
  await db.selectFrom('staff').select('id').where('id', 'in', [wanted.awayId, wanted.coveredBy]).orderBy('id').forUpdate().execute();
  const rows = await db.selectFrom('coverage').selectAll().where('cancelled_at', 'is', null).where('to_on', '>=', wanted.from).execute();
  const problem = coverageProblem(
    wanted,
    rows.map((row) => ({ id: row.id, awayId: row.away_id, coveredBy: row.covered_by, from: row.from_on, to: row.to_on })),
  );
  if (problem === null) return;
  const names = await db.selectFrom('staff').select(['id', 'name']).execute();
  throw refuseField(...coverageProblemMessage(problem, (id) => names.find((one) => one.id === id)?.name ?? ''));
}
