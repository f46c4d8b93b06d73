import { sql } from 'kysely';
import { likeness, likenesses, mostSimilar } from '#domain/clients/duplicates.ts';
import { insertRows } from '#server/database/insert-rows.ts';
import type { Database } from '#server/database/pool.ts';
import { chartsMarkedLike, personOf } from './duplicates.rows.ts';

/** Puts what the rule says of these clients and everybody else's charts in the place of what was stored of them: of each those that look most like it. */
export async function storePossibleDuplicates(db: Database, organization_id: string, clientIds: readonly string[]): Promise<void> {
  const charts = await db
    .selectFrom('client')
    .select(['id', 'first_name', 'last_name', 'preferred_name', 'born_on', 'chart_number'])
    .where((eb) => eb('id', '=', sql<string>`any(${clientIds}::uuid[])`))
    .where('superseded_by', 'is', null)
    .execute();
  const persons = new Map(charts.map((chart) => [chart.id, personOf(chart)]));
  const found = await chartsMarkedLike(
    db,
    organization_id,
    [...persons].map(([key, person]) => ({ key, person })),
  );
  const similar = found.flatMap((row) => {
    const person = persons.get(row.key);
    const similarity = person === undefined || row.client_id === row.key ? null : likeness(person, personOf(row));
    return similarity === null ? [] : [{ ...row, similarity }];
  });
  const pairs = new Map(
    [...Map.groupBy(similar, ({ key }) => key).values()].flatMap((own) =>
      own
        .toSorted((a, b) => likenesses.indexOf(a.similarity) - likenesses.indexOf(b.similarity) || (a.client_id < b.client_id ? -1 : 1))
        .slice(0, mostSimilar)
        .map(({ key, client_id, similarity }) => {
          const [one_id = '', other_id = ''] = [key, client_id].toSorted();
          return [`${one_id} ${other_id}`, { organization_id, one_id, other_id, likeness: similarity }] as const;
        }),
    ),
  );
  await db
    .deleteFrom('possible_duplicate')
    .where((eb) =>
      eb.or([eb('one_id', '=', sql<string>`any(${clientIds}::uuid[])`), eb('other_id', '=', sql<string>`any(${clientIds}::uuid[])`)]),
    )
    .execute();
  await insertRows(db, 'possible_duplicate', [...pairs.values()]);
}
