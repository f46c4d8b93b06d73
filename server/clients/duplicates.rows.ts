import { fullName } from './client-names.ts';
import { sql } from 'kysely';
import type { DuplicateShown } from '#contract/clients-input.ts';
import { likeness, likenesses, type Person } from '#domain/clients/duplicates.ts';
import { plainText } from '#domain/people/plain-text.ts';
import { clientsOf } from '#server/access/client-scope.ts';
import type { Database } from '#server/database/pool.ts';
import type { Actor } from '#server/access/actor.ts';
import { chartOfClient, careStatusOf, type ChartRow } from './charts.rows.ts';

const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

/** Charts that may be this person's: born on the same day, of the same family name, or of the same number. Which of them are is the domain's to say. */
export function chartsLike(db: Database, actor: Actor, person: Person, except: string | null) {
  const named = plainText(person.lastName);
  return chartOfClient(db)
    .where('client.superseded_by', 'is', null)
    .where(clientsOf(actor))
    .where((eb) =>
      eb.or([
        eb('client.born_on', '=', person.bornOn),
        sql<boolean>`${named.length >= 2} and client.search_text like ${`%${escaped(named)}%`}`,
        eb(sql`lower(client.chart_number)`, '=', person.chartNumber.toLowerCase()),
      ]),
    )
    .$if(except !== null, (query) => query.where('client.id', '<>', except))
    .limit(200);
}

export const personOf = (row: ChartRow): Person => ({
  firstName: row.first_name,
  lastName: row.last_name,
  preferredName: row.preferred_name,
  bornOn: row.born_on,
  chartNumber: row.chart_number,
});

/** Those that look like the person, the strongest likeness first. */
export const duplicatesAmong = (rows: readonly ChartRow[], person: Person): DuplicateShown[] =>
  rows
    .flatMap((row) => {
      const similarity = likeness(person, personOf(row));
      return similarity === null ? [] : [{ ...duplicateShown(row), likeness: similarity }];
    })
    .toSorted((a, b) => likenesses.indexOf(a.likeness) - likenesses.indexOf(b.likeness))
    .slice(0, 10);

export const duplicateShown = (row: ChartRow): Omit<DuplicateShown, 'likeness'> => ({
  clientId: row.client_id,
  name: fullName(row),
  chartNumber: row.chart_number,
  bornOn: row.born_on,
  careStatus: careStatusOf(row),
});

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
