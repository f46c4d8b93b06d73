import { expressionBuilder, sql, type RawBuilder } from 'kysely';
import type { Day } from '#domain/calendar/calendar.ts';
import { firstLetters, likenessMarks, type Person } from '#domain/clients/duplicates.ts';
import { isClientOf } from '#server/access/client-scope.ts';
import type { Actor } from '#server/access/actor.ts';
import type { Database, Tables } from '#server/database/pool.ts';
import { lastKey } from './client-search.rows.ts';

/** More charts of one birth date, or of one beginning without a birth date, are those of people whom nobody knows by them. */
const mostOfOneKind = 500;

type Sought = { readonly key: string; readonly person: Person };
export type LikeRow = { readonly key: string; readonly client_id: string } & PersonRow;
type PersonRow = {
  readonly first_name: string;
  readonly last_name: string;
  readonly preferred_name: string | null;
  readonly born_on: Day | null;
  readonly chart_number: string;
};

export const personOf = (row: PersonRow): Person => ({
  firstName: row.first_name,
  lastName: row.last_name,
  preferredName: row.preferred_name,
  bornOn: row.born_on,
  chartNumber: row.chart_number,
});

/**
 * Charts that may be of the same person as those that are sought, each with the key of the one that it may be: by the marks that the rule of likeness gives, each looked up in an index.
 * Which of them are alike is the rule's to say. A sought chart may be found itself.
 */
export async function chartsMarkedLike(
  db: Database,
  organizationId: string,
  sought: readonly Sought[],
  among: RawBuilder<boolean> = sql<boolean>`true`,
): Promise<LikeRow[]> {
  if (sought.length === 0) return [];
  const marks = sought.map(({ key, person }) => ({ key, ...likenessMarks(person) }));
  // Whose key begins with one of these letters; of those alone of whom no birth date is known, or of everybody. `offset 0` has each looked up by itself.
  const begun = (
    letters: 'given' | 'family',
    undated: boolean,
  ) => sql`select named.client_id from unnest(sought.${sql.ref(letters)}) begun(letters),
    lateral (select client_id from client_name_key where organization_id = ${organizationId}::uuid and key >= begun.letters and key < begun.letters || ${lastKey}
      ${undated ? sql`and undated` : sql``} offset 0) named`;
  const beginsWith = (
    letters: 'given' | 'family',
  ) => sql`exists (select from client_name_key where organization_id = ${organizationId}::uuid
    and client_id = born.id and left(key, ${firstLetters}) = any(sought.${sql.ref(letters)}))`;
  const { rows } = await sql<LikeRow>`with sought as (select * from json_to_recordset(${JSON.stringify(marks)}::json)
        as sought(key text, number text, born date, mistyped date[], given text[], family text[]))
    select sought.key, client.id as client_id, client.first_name, client.last_name, client.preferred_name, client.born_on, client.chart_number
    from sought cross join lateral (
      select numbered.client_id from client_name_key numbered
        where numbered.organization_id = ${organizationId}::uuid and numbered.key = sought.number and sought.number <> ''
      union (select born.id from client born where born.organization_id = ${organizationId}::uuid and born.born_on = sought.born limit ${mostOfOneKind})
      union (select born.id from client born where born.organization_id = ${organizationId}::uuid and born.born_on = sought.born
        and ${beginsWith('given')} and ${beginsWith('family')} limit ${mostOfOneKind})
      union select born.id from client born where born.organization_id = ${organizationId}::uuid and born.born_on = any(sought.mistyped) and ${beginsWith('given')} and ${beginsWith('family')}
      union (${begun('given', true)} intersect ${begun('family', true)} limit ${mostOfOneKind})
      union (${begun('given', false)} where sought.born is null intersect ${begun('family', false)} where sought.born is null limit ${mostOfOneKind})
    ) found cross join lateral (select * from client where organization_id = ${organizationId}::uuid and id = found.client_id offset 0) client
    where client.superseded_by is null and ${among}`.execute(db);
  return rows;
}

/** The charts that an actor may open of those that may be a person's. */
export const chartsLike = (db: Database, actor: Actor, person: Person): Promise<LikeRow[]> =>
  chartsMarkedLike(
    db,
    actor.organizationId,
    [{ key: '', person }],
    sql<boolean>`${isClientOf(actor)(expressionBuilder<Tables, 'client'>())}`,
  );

/** Whether any chart of the organization has the number, those out of reach and those that were merged included. */
export async function numberTaken(db: Database, number: string, except: string | null): Promise<boolean> {
  const found = await db
    .selectFrom('client')
    .select('id')
    .where(sql`lower(chart_number)`, '=', number.toLowerCase())
    .$if(except !== null, (query) => query.where('id', '<>', except))
    .executeTakeFirst();
  return found !== undefined;
}
