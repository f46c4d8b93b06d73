import type { Contract } from '#contract/index.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';

type Program = Parameters<Procedure<Contract['locations']['addProgram']>>[0];
type Stored = { readonly id: string; readonly version: number };

export const insertProgram = ({ db, actor }: Pick<Context, 'db' | 'actor'>, { name, population }: Program): Promise<Stored> =>
  db
    .insertInto('program')
    .values({ organization_id: actor.organizationId, name, population })
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();

/** Another name or population of a program, as its next version. */
export const changeProgram = ({ db }: Pick<Context, 'db'>, programId: string, { name, population }: Program): Promise<Stored> =>
  db
    .updateTable('program')
    .set((eb) => ({ name, population, version: eb('version', '+', 1) }))
    .where('id', '=', programId)
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();
