import { sql } from 'kysely';
import type { Database } from '#server/database/pool.ts';
import type { ImportRow } from './import-rows.rows.ts';

/** A row's first problem with its facts and the cell that it is about: rows with the same one can be put right together. */
export const firstProblem = sql<object>`problems -> 0`;

/** Most rows that one press puts right. */
const maxPerBatch = 2_000;

/** A row of an import, and with `similar` the others that are held for the same reason. Empty where there is no such row. */
export async function similarRows(db: Database, importId: string, row: number, similar: boolean): Promise<ImportRow[]> {
  const [one] = await db.selectFrom('import_row').selectAll().where('import_id', '=', importId).where('row', '=', row).execute();
  if (one === undefined || !similar || one.problems === null) return one === undefined ? [] : [one];
  const others = await db
    .selectFrom('import_row')
    .selectAll()
    .where('import_id', '=', importId)
    .where('state', '=', one.state)
    .where('row', '<>', row)
    .where(sql<boolean>`${firstProblem} = ${JSON.stringify(one.problems[0])}::jsonb`)
    .orderBy('row')
    .limit(maxPerBatch - 1)
    .execute();
  return [one, ...others];
}

/** How many other rows are held for the same first reason with the same cell, by row. */
export async function similarCounts(db: Database, importId: string, rows: readonly ImportRow[]): Promise<ReadonlyMap<number, number>> {
  const numbers = rows.filter(({ problems }) => problems !== null).map(({ row }) => row);
  if (numbers.length === 0) return new Map();
  const counts = await db
    .with('shown', (cte) =>
      cte
        .selectFrom('import_row')
        .select(['row', firstProblem.as('first')])
        .where('import_id', '=', importId)
        .where('row', 'in', numbers),
    )
    .selectFrom('shown')
    .innerJoin('import_row as other', (join) => join.on(sql<boolean>`other.problems -> 0 = shown.first`))
    .select(({ fn }) => ['shown.row', fn.countAll<number>().as('count')])
    .where('other.import_id', '=', importId)
    .where('other.state', '=', 'fix')
    .whereRef('other.row', '<>', 'shown.row')
    .groupBy('shown.row')
    .execute();
  return new Map(counts.map(({ row, count }) => [row, Number(count)]));
}
