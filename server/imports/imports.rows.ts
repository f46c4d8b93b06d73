import { sql } from 'kysely';
import type { Instant } from '#domain/calendar/calendar.ts';
import type { ImportShown } from '#contract/imports-shown.ts';
import { decidersOf, importsOf, registersOnly } from '#server/access/import-scope.ts';
import type { Database } from '#server/database/pool.ts';
import type { Actor } from '#server/access/actor.ts';

export const importsAPage = 100;

/** One import, or a page of them behind another. */
type Which = { readonly importId: string } | { readonly after: string | null };

/** Imports as they are shown, newest first; of a page one more where it isn't the last. */
export async function importsShown(db: Database, actor: Actor, which: Which): Promise<ImportShown[]> {
  const name = (column: 'opened_by' | 'run_by' | 'undone_by') =>
    sql<
      string | null
    >`(select staff.name from staff where staff.organization_id = import_batch.organization_id and staff.id = ${sql.ref(`import_batch.${column}`)})`;
  const batches = await db
    .selectFrom('import_batch')
    .leftJoin('import_source as source', (join) =>
      join.onRef('source.organization_id', '=', 'import_batch.organization_id').onRef('source.id', '=', 'import_batch.source_id'),
    )
    .selectAll('import_batch')
    .select([
      'source.name as source',
      name('opened_by').as('opener'),
      name('run_by').as('runner'),
      name('undone_by').as('undoer'),
      importsOf(actor).as('opens'),
      decidersOf().as('deciders'),
    ])
    .where('importId' in which ? sql<boolean>`import_batch.id = ${which.importId}::uuid` : behind(which.after))
    .orderBy('import_batch.opened_at', 'desc')
    .orderBy('import_batch.id', 'desc')
    .limit(importsAPage + 1)
    .execute();
  const states = await db
    .selectFrom('import_row')
    .select(({ fn }) => ['import_id', 'state', fn.countAll<number>().as('count')])
    .where('import_id', 'in', ['00000000-0000-0000-0000-000000000000', ...batches.map(({ id }) => id)])
    .where('part_of', 'is', null)
    .groupBy(['import_id', 'state'])
    .execute();
  const counts = new Map(states.map((one) => [`${one.import_id} ${one.state}`, Number(one.count)]));
  return batches.map((batch) => {
    const count = (state: string) => counts.get(`${batch.id} ${state}`) ?? 0;
    return {
      id: batch.id,
      fileName: batch.opens ? batch.file_name : '',
      kind: batch.kind,
      census: batch.mapping?.census ?? false,
      source: batch.source,
      state: batch.state,
      rows: batch.rows,
      counts: {
        ready: count('ready'),
        fix: count('fix'),
        here: count('here'),
        update: count('update'),
        skipped: count('skipped'),
        in: batch.in_rows,
      },
      done: batch.done,
      ofRows: batch.of_rows,
      rowsASecond: batch.seconds > 0 && batch.in_rows > 0 ? Math.round(batch.in_rows / batch.seconds) : null,
      openedBy: batch.opener ?? '',
      openedAt: batch.opened_at,
      runBy: batch.runner,
      runAt: batch.run_at,
      undoUntil: batch.undo_until,
      undoneBy: batch.undoer,
      stoppedBecause: batch.stopped_because,
      failedIn: batch.failed_in,
      opens: batch.opens,
      changesWaitFor: registersOnly(actor) ? batch.deciders : null,
      version: batch.version,
    };
  });
}

const behind = (after: string | null) =>
  after === null
    ? sql<boolean>`true`
    : sql<boolean>`coalesce((import_batch.opened_at, import_batch.id) < (select end_of.opened_at, end_of.id from import_batch end_of where end_of.id = ${after}::uuid), true)`;

/** Imports that the server works on, or left when it stopped; since a moment, those on which nobody was seen to work. */
export async function importsLeft(db: Database, seenBefore: Instant | null): Promise<string[]> {
  const left = await db
    .selectFrom('import_batch')
    .select('id')
    .where('state', 'in', ['checking', 'importing'])
    .$if(seenBefore !== null, (query) => query.where((eb) => eb.or([eb('heartbeat_at', 'is', null), eb('heartbeat_at', '<', seenBefore)])))
    .orderBy('opened_at')
    .execute();
  return left.map(({ id }) => id);
}

/** One import that is known to be there. */
export async function importShown(db: Database, actor: Actor, importId: string): Promise<ImportShown> {
  const [shown] = await importsShown(db, actor, { importId });
  if (shown === undefined) throw new Error('the import is gone');
  return shown;
}
