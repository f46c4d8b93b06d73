import { inNameOrder } from '#server/database/in-name-order.ts';
import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { nextChartNumber } from '#domain/clients/chart-numbers.ts';
import { rolesWithCaseload } from '#server/access/capabilities.ts';
import type { Database } from '#server/database/pool.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';

/** Programs that an actor works in, with the sites, groups, phases and therapists that their clients have. */
export const choices: ProceduresOf<Contract['clients']>['choices'] = async (_, { db, actor, now, zone }) => {
  const programs = await db
    .selectFrom('program')
    .innerJoin('staff_program', (join) =>
      join.onRef('staff_program.organization_id', '=', 'program.organization_id').onRef('staff_program.program_id', '=', 'program.id'),
    )
    .select(['program.id', 'program.name', 'program.population'])
    .where('staff_program.staff_id', '=', actor.staffId)
    .orderBy(inNameOrder('program.name'))
    .execute();
  const sites = await db.selectFrom('site').select(['id', 'name']).orderBy(inNameOrder('name')).execute();
  const groups = await db.selectFrom('care_group').select(['id', 'name', 'program_id as programId']).orderBy(inNameOrder('name')).execute();
  const therapists = await db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('role', 'in', rolesWithCaseload)
    .where('ended_on', 'is', null)
    .orderBy(inNameOrder('name'))
    .execute();
  const phases = await db.selectFrom('phase_span').select('number').distinct().orderBy('number').execute();
  return {
    today: dayAt(now, zone),
    programs: programs.map(({ id, name, population }) => ({ id, name, adolescent: population === 'adolescent' })),
    sites,
    groups,
    therapists,
    phases: phases.map(({ number }) => number),
    nextChartNumber: await freeNumber(db),
  };
};

/** The next number after those of the latest charts; the one after it where somebody has it already. */
async function freeNumber(db: Database): Promise<string | null> {
  const latest = await db.selectFrom('client').select('chart_number').orderBy('created_at', 'desc').limit(200).execute();
  const numbers = latest.map((row) => row.chart_number);
  for (let tries = 0; tries < 20; tries += 1) {
    const next = nextChartNumber(numbers);
    if (next === null) return null;
    const taken = await db.selectFrom('client').select('id').where('chart_number', '=', next).executeTakeFirst();
    if (taken === undefined) return next;
    numbers.push(next);
  }
  return null;
}
