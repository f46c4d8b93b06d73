import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { lockLocation, refuseNameTaken } from './locations.guards.ts';

/** Another name or population of a program. */
export const editProgram: Procedure<Contract['locations']['editProgram']> = async (
  { programId, name, population },
  { db, version, record },
) => {
  await lockLocation(db, 'program', programId, version);
  await refuseNameTaken(db, 'program', { id: programId, name });
  const edited = await db
    .updateTable('program')
    .set((eb) => ({ name, population, version: eb('version', '+', 1) }))
    .where('id', '=', programId)
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();
  await record.changed('locations', []);
  return edited;
};
