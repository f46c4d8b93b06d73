import type { Contract } from '#contract/index.ts';
import type { Database } from '#server/database/pool.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';

type Closure = Parameters<Procedure<Contract['closures']['add']>>[0];

/** Keeps that a program, a site or everything is closed for some days; answers the closure's id. */
export async function insertClosure(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { fromOn, toOn, programId, siteId, kind, label }: Closure,
): Promise<string> {
  const { id } = await db
    .insertInto('closure')
    .values({ organization_id: actor.organizationId, program_id: programId, site_id: siteId, from_on: fromOn, to_on: toOn, kind, label })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Takes a closure back. */
export async function deleteClosure(db: Database, closureId: string): Promise<void> {
  await db.deleteFrom('closure').where('id', '=', closureId).execute();
}
