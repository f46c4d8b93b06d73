import type { Day } from '#domain/calendar/calendar.ts';
import { coverageProblemMessage } from '#domain/coverage/words.ts';
import { coverageProblem } from '#domain/coverage/coverage.ts';
import { speaksForColleagues } from '#server/access/capabilities.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';
import { programsWithout, workTogether } from './colleagues.rows.ts';
import { refuseTherapist } from '#server/episodes/episode-locations.guards.ts';

/** Everybody speaks for themselves; a director also for whoever works in a program with them. */
export const maySpeakFor = async ({ db, actor }: Pick<Context, 'db' | 'actor'>, staffId: string): Promise<boolean> =>
  staffId === actor.staffId || (speaksForColleagues(actor) && (await workTogether(db, actor.staffId, staffId)));

/** Refuses somebody as the one who answers for another's clients, where they work in no program with them, or not in each of those clients'. */
async function refuseOutOfProgram({ db }: Pick<Context, 'db'>, { awayId, coveredBy }: WantedCoverage): Promise<void> {
  if (!(await workTogether(db, awayId, coveredBy)))
    throw refuseField('coveredBy', 'They work in no program together. Choose somebody who works where these clients are.');
  const programs = await programsWithout(db, coveredBy, { therapistId: awayId });
  if (programs.length > 0)
    throw refuseField('coveredBy', `Some of these clients are in ${programs.join(', ')}. Choose somebody who works there too.`);
}

type WantedCoverage = {
  readonly id: string | null;
  readonly awayId: string;
  readonly coveredBy: string;
  readonly from: Day;
  readonly to: Day;
};

/** Refuses days out of order, people without a caseload, and coverage that overlaps another or goes round in a circle. */
export async function refuseCoverage({ db }: Pick<Context, 'db'>, wanted: WantedCoverage): Promise<void> {
  if (wanted.to < wanted.from) throw refuseField('to', 'The last day is before the first. Correct one of the two.');
  await refuseTherapist({ db }, wanted.awayId, 'awayId');
  await refuseTherapist({ db }, wanted.coveredBy, 'coveredBy');
  await refuseOutOfProgram({ db }, wanted);
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
