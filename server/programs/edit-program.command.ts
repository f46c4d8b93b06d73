import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { lockLocation, refuseNameTaken } from './locations.guards.ts';
import { changeProgram } from './programs.store.ts';

/** Another name or population of a program. */
export const editProgram: Procedure<Contract['locations']['editProgram']> = async ({ programId, name, population }, context) => {
  const { db, version, record } = context;
  await lockLocation(db, 'program', programId, version);
  await refuseNameTaken(db, 'program', { id: programId, name });
  const edited = await changeProgram(context, programId, { name, population });
  await record.changed('locations', []);
  return edited;
};
