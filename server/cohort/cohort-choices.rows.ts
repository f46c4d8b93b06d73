import { inNameOrder } from '#server/database/in-name-order.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

/** The sites and the programs to which a person can narrow a cohort. */
export async function cohortChoices({ db, actor }: Pick<Context, 'db' | 'actor'>) {
  const sites = await db.selectFrom('site').select(['id', 'name']).orderBy(inNameOrder('name')).execute();
  const programs = await db
    .selectFrom('program')
    .select(['program.id', 'program.name'])
    .where((eb) =>
      eb(
        'program.id',
        'in',
        eb.selectFrom('staff_program').select('staff_program.program_id').where('staff_program.staff_id', '=', actor.staffId),
      ),
    )
    .orderBy(inNameOrder('program.name'))
    .execute();
  return { sites, programs };
}
