import { sql, type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool } from 'kysely';
import { inNameOrder } from '#server/database/in-name-order.ts';
import type { Tables } from '#server/database/pool.ts';
import type { Actor } from './actor.ts';
import { opensImportsOfColleagues, rolesThatOpenImportsOfColleagues } from './capabilities.ts';
import { clientsOf } from './client-scope.ts';

/** In whose name a file is read, compared and taken in. Null is the command line, which whoever runs the server uses. */
export type Importer = Pick<Actor, 'organizationId' | 'staffId' | 'name' | 'role'> | null;

/**
 * Whether somebody brings files in for the whole organization and opens no chart. They may add what is new; of what is stored they learn that a
 * number is known and nothing else, and what a file would change waits for a director.
 */
export const registersOnly = (importer: Importer): boolean => importer?.role === 'administrator';

const wholeOrganization = (importer: Importer): boolean => importer === null || registersOnly(importer);

const programsWorkedIn = (staffId: unknown) =>
  sql<string>`(select staff_program.program_id from staff_program where staff_program.staff_id = ${staffId})`;

const programsOf = (importer: NonNullable<Importer>) => programsWorkedIn(importer.staffId);

/** Whether an import can reach no program but those in which this person works. */
const reachedWholeBy = (staffId: unknown): RawBuilder<boolean> =>
  sql<boolean>`not exists (select from program
    where (import_batch.programs is null or program.id = any(import_batch.programs)) and program.id not in ${programsWorkedIn(staffId)})`;

/** Clients whom a file of this importer can name: those whom they may open, or everybody's for the whole organization. */
export const clientsToImport =
  (importer: Importer) =>
  (eb: ExpressionBuilder<Tables, 'client'>): Expression<SqlBool> =>
    importer === null || wholeOrganization(importer) ? sql<boolean>`true` : clientsOf(importer)(eb);

/** Programs into which a file of this importer can bring anything. */
export const programsToImport = (importer: Importer): Expression<SqlBool> =>
  importer === null || wholeOrganization(importer) ? sql<boolean>`true` : sql<boolean>`program.id in ${programsOf(importer)}`;

/** Staff whom a file of this importer can name: who leads or treats, in a program that both work in. */
export const staffToImport = (importer: Importer): Expression<SqlBool> =>
  importer === null || wholeOrganization(importer)
    ? sql<boolean>`true`
    : sql<boolean>`staff.id in (select colleague.staff_id from staff_program colleague where colleague.program_id in ${programsOf(importer)})`;

/** The programs that an import can reach, as they are kept with it; null where it reaches every one. */
export const reachedBy = (importer: NonNullable<Importer>): Expression<string[] | null> =>
  wholeOrganization(importer)
    ? sql<null>`null::uuid[]`
    : sql<
        string[]
      >`array(select staff_program.program_id from staff_program where staff_program.staff_id = ${importer.staffId} order by 1)`;

/** Imports whose rows a person may see: those that they opened, and for a director those that can reach no program but their own. */
export const importsOf = (actor: Actor): RawBuilder<boolean> =>
  opensImportsOfColleagues(actor)
    ? sql<boolean>`(import_batch.opened_by = ${actor.staffId} or ${reachedWholeBy(actor.staffId)})`
    : sql<boolean>`import_batch.opened_by = ${actor.staffId}`;

/** Who can take in what an import would change, by name, where its bringer can't: those who open it and the charts that it names. */
export const decidersOf = (): RawBuilder<string[]> =>
  sql<
    string[]
  >`array(select staff.name from staff where staff.role = any(${[...rolesThatOpenImportsOfColleagues]}) and staff.ended_on is null
    and ${reachedWholeBy(sql.ref('staff.id'))} order by ${inNameOrder('staff.name')}, staff.id)`;
