import { plainText } from '#domain/people/names.ts';
import type { FieldProblem } from '#contract/refusals.ts';
import type { Database } from '#server/database/pool.ts';
import { found } from '#server/database/not-found.ts';
import { refuseStale } from '#server/database/version-check.ts';
import { Refusal } from '#server/http/refusal.ts';

/** Refuses a program or a site that isn't there, by field. */
export async function refuseUnknownLocation(
  db: Database,
  { programId, siteId }: { readonly programId: string | null; readonly siteId: string | null },
): Promise<void> {
  const problems: FieldProblem[] = [];
  const there = async (table: 'program' | 'site', id: string) =>
    (await db.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
  if (programId !== null && !(await there('program', programId)))
    problems.push({ field: 'programId', message: 'There is no such program. Choose one from the list.' });
  if (siteId !== null && !(await there('site', siteId)))
    problems.push({ field: 'siteId', message: 'There is no such site. Choose one from the list.' });
  if (problems.length > 0) throw new Refusal('input-invalid', undefined, problems);
}

/** Refuses a name that another program, site or group has already, whatever its capitals and accents. */
export async function refuseNameTaken(
  db: Database,
  table: 'program' | 'site' | 'care_group',
  { id, name }: { readonly id: string | null; readonly name: string },
): Promise<void> {
  let query = db
    .selectFrom(table)
    .select('name')
    .where((eb) => eb(eb.fn<string>('plain_text', ['name']), '=', plainText(name)));
  if (id !== null) query = query.where('id', '<>', id);
  const taken = await query.executeTakeFirst();
  if (taken === undefined) return;
  const noun = { program: 'program', site: 'site', care_group: 'group' }[table];
  throw new Refusal('input-invalid', undefined, [
    { field: 'name', message: `There is a ${noun} called ${taken.name} already. Choose another name.` },
  ]);
}

/** Locks a program or a site until the change is done, where the version is the one that was seen. */
export async function lockLocation(db: Database, table: 'program' | 'site', id: string, version: number | null): Promise<void> {
  const stored = await db.selectFrom(table).select('version').where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  refuseStale(found(stored, 'not-found'), version);
}
