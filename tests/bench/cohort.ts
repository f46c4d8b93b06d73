import pg from 'pg';
import { addDays, dayAt, instantOf } from '#domain/calendar/calendar.ts';
import { collectedOfScheduled, unexpectedOfCollected } from '#domain/cohort/measures.ts';
import { defaultSettings } from '#domain/programs/settings.ts';
import { chartOver } from '#server/cohort/measures.ts';
import { screenCountsIn } from '#server/cohort/screen-counts.rows.ts';
import { spanOf } from '#server/cohort/cohort-span.guards.ts';
import type { CohortQuestion } from '#server/cohort/cohort-span.ts';
import type { Actor } from '#server/access/actor.ts';
import { withTenant } from '#server/http/tenant-transaction.ts';
import { bareTrend } from './bare-trend.ts';
import { beside, held, type BudgetName, type Line } from './budgets.ts';
import { people, type Clinic } from './clinic.ts';
import { millisecondsOf } from './load.ts';
import { actorOf } from './statements.ts';
import { interleaved } from './round-trips.ts';

type Requested = { readonly name: BudgetName; readonly what: string; readonly actor: Actor; readonly question: CohortQuestion };
type Sums = { readonly read: number; readonly unexpected: number; readonly due: number; readonly collected: number };

const zone = 'America/Chicago';
const weeks = 54;

/** The weekly trends of what was collected and what was unexpected, behind the wall and by the rules, beside one plain statement that counts the same. */
export async function cohortLines(clinic: Clinic): Promise<Line[]> {
  const now = instantOf(new Date());
  const since = { from: addDays(dayAt(now, zone), -7 * weeks) };
  const director = await actorOf(clinic.db, people.director);
  const { id: program } = await clinic.db
    .selectFrom('program')
    .select('id')
    .where('organization_id', '=', director.organizationId)
    .orderBy('name')
    .executeTakeFirstOrThrow();
  const therapist = await clinic.db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('name', 'like', 'Bench %')
    .orderBy('id')
    .executeTakeFirstOrThrow();
  const requested: readonly Requested[] = [
    { name: 'cohort trend, of the bare SQL', what: 'cohort trend', actor: director, question: since },
    {
      name: 'cohort trend of one program, of the bare SQL',
      what: 'cohort trend of one program',
      actor: director,
      question: { ...since, program },
    },
    {
      name: 'cohort trend of one therapist, of the bare SQL',
      what: 'cohort trend of one therapist',
      actor: { ...director, staffId: therapist.id, name: therapist.name, role: 'therapist' },
      question: since,
    },
  ];
  const pool = new pg.Pool({ ...clinic.address, max: 1, options: '-c jit=off' });
  const lines: Line[] = [];
  for (const { name, what, actor, question } of requested) {
    const context = { actor, now, zone, settings: defaultSettings };
    const span = spanOf(question, context);
    const ours = () => withTenant(clinic.db, actor.organizationId, now, (db) => sumsOf({ db, ...context }, question), 'read');
    const floor = () => bareTrend(pool, actor, question, span);
    agree(what, await ours(), await floor());
    const measured = await interleaved(timed(floor), timed(ours));
    lines.push(
      held(name, measured.ratio),
      beside(`${what}: Cairn`, measured.ours, 'ms'),
      beside(`${what}: bare SQL`, measured.floor, 'ms'),
    );
  }
  await pool.end();
  const page = { url: `${clinic.served.url}/api/cohort?from=${since.from}`, cookie: clinic.cookies.director };
  return [...lines, held('whole cohort page, asked alone', await millisecondsOf(page))];
}

async function sumsOf(
  context: Parameters<typeof screenCountsIn>[0] & Parameters<typeof spanOf>[1],
  question: CohortQuestion,
): Promise<Sums> {
  const span = spanOf(question, context);
  const rows = await screenCountsIn(context, question, span);
  const collected = rows.filter(({ fact }) => fact.outcome === 'collected');
  const charting = { weeks: span.weeks, shownFrom: span.from, record: { rebases: [], baselines: [] } };
  const unexpected = chartOver('unexpected', collected, unexpectedOfCollected, charting).trend.weeks;
  const due = chartOver('collected', rows, collectedOfScheduled, charting).trend.weeks;
  const sum = (of: typeof due, side: 'numerator' | 'denominator') => of.reduce((total, point) => total + point[side], 0);
  return {
    read: sum(unexpected, 'denominator'),
    unexpected: sum(unexpected, 'numerator'),
    due: sum(due, 'denominator'),
    collected: sum(due, 'numerator'),
  };
}

/** A floor that answers something else is no floor. */
function agree(what: string, ours: Sums, floor: Sums): void {
  if (JSON.stringify(ours) !== JSON.stringify(floor)) throw new Error(`${what}: ${JSON.stringify(ours)} against ${JSON.stringify(floor)}`);
}

const timed = (work: () => Promise<unknown>) => async (): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};
