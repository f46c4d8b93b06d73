import type { Contract } from '#contract/index.ts';
import { rolesInEveryProgram } from '#server/access/capabilities.ts';
import type { Database } from '#server/database/pool.ts';
import type { Actor } from '#server/access/actor.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { joinStaff } from '#server/identity/staff.store.ts';
import { refuseNameTaken } from './locations.guards.ts';
import { insertProgram } from './programs.store.ts';

/** A new program. */
export const addProgram: Procedure<Contract['locations']['addProgram']> = async ({ name, population }, context) => {
  const { db, actor, record } = context;
  await refuseNameTaken(db, 'program', { id: null, name });
  const made = await insertProgram(context, { name, population });
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
  const staffIds = joining.map(({ id }) => id);
  await joinStaff(db, actor.organizationId, { staffIds, programIds: [programId] });
}
