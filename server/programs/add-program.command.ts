import type { Contract } from '#contract/index.ts';
import { rolesInEveryProgram } from '#server/access/capabilities.ts';
import type { Database } from '#server/database/pool.ts';
import type { Actor } from '#server/access/actor.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { refuseNameTaken } from './locations.guards.ts';

/** A new program. */
export const addProgram: Procedure<Contract['locations']['addProgram']> = async ({ name, population }, { db, actor, record }) => {
  await refuseNameTaken(db, 'program', { id: null, name });
  const made = await db
    .insertInto('program')
    .values({ organization_id: actor.organizationId, name, population })
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();
  await joinProgram(db, actor, made.id);
  await record.changed('locations', []);
  return made;
};

/** Whoever makes a program, and the directors, work in it from the start; others are added where people are managed. */
async function joinProgram(db: Database, actor: Actor, programId: string): Promise<void> {
  const joining = await db
    .selectFrom('staff')
    .select('id')
    .where('ended_on', 'is', null)
    .where((eb) => eb.or([eb('id', '=', actor.staffId), eb('role', 'in', rolesInEveryProgram)]))
    .execute();
  await db
    .insertInto('staff_program')
    .values(joining.map(({ id }) => ({ organization_id: actor.organizationId, staff_id: id, program_id: programId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
