import type { Instant } from '#domain/calendar/calendar.ts';
import { addHours } from '#domain/calendar/calendar.ts';
import { undoHours, type ImportRowState, type Written } from '#domain/imports/imports.ts';
import { registersOnly, type Importer } from '#server/access/import-scope.ts';
import { lockAnyClients } from '#server/clients/clients.guards.ts';
import type { Database } from '#server/database/pool.ts';
import { markChanged, recordSystemEvent } from '#server/http/audit-trail.ts';
import { importContextFor } from './import-context.rows.ts';
import { readingOf, type Batch } from './batches.ts';
import { intakeFor } from './intakes.ts';
import { lockBatch, workingImporter } from './imports.guards.ts';
import { changeImport } from './imports.store.ts';
import { changesMade } from './changes.store.ts';
import { sideEffectsOf } from './side-effects.ts';
import type { ImportRow } from './import-rows.rows.ts';
import { keepFound } from './import-rows.store.ts';
import { settledRows, type Found } from './settle-rows.ts';

const rowsPerBatch = 250;

/** Rows that go in: whoever opens no chart adds what is new, and leaves what would change something stored to a director. */
const statesTaken = (importer: Importer): readonly ImportRowState[] => (registersOnly(importer) ? ['ready'] : ['ready', 'update']);

/**
 * Commits the next few rows of an import, in one transaction with the word that they are in, so that a repeat takes none twice. A row that no longer
 * is what the check said goes back to the list. Answers whether there are more.
 */
export async function commitRows(db: Database, organizationId: string, importId: string, now: Instant): Promise<boolean> {
  const started = performance.now();
  const batch = await lockBatch(db, importId);
  if (batch?.state !== 'importing') return false;
  const importer = await workingImporter(db, batch);
  const rows = await db
    .selectFrom('import_row')
    .selectAll()
    .where('import_id', '=', importId)
    .where('state', 'in', statesTaken(importer))
    .where('passed', '<', batch.runs)
    .orderBy('sorted_by', (order) => order.asc().nullsFirst())
    .orderBy('row')
    .limit(rowsPerBatch)
    .execute();
  const wentIn = rows.length > 0 ? await writeRows(db, batch, importer, rows, now) : 0;
  const more = rows.length === rowsPerBatch;
  const seconds = batch.seconds + (performance.now() - started) / 1_000;
  const over = { state: 'in' as const, undo_until: addHours(now, undoHours), version: batch.version + 1 };
  const far = { done: batch.done + rows.length, in_rows: batch.in_rows + wentIn, seconds, heartbeat_at: now, attempts: 0 };
  await changeImport(db, importId, { ...far, ...(more ? {} : over) });
  await markChanged(db, organizationId, [intakeFor(batch.kind).noun, ...(more ? [] : ['imports'])]);
  return more;
}

async function writeRows(db: Database, batch: Batch, importer: Importer, rows: readonly ImportRow[], now: Instant): Promise<number> {
  await lockAnyClients(
    db,
    rows.flatMap(({ client_id }) => (client_id === null ? [] : [client_id])),
  );
  const importContext = await importContextFor(db, batch.organization_id, now, importer);
  const reading = readingOf(batch, importContext);
  const { found, write } = await settledRows(importContext, batch, reading, rows);
  await write();
  const byRow = new Map(rows.map((row) => [row.row, row]));
  const kept: (Found & { readonly in_at: string | null })[] = [];
  for (const one of found) {
    const written = await writtenBy(db, batch, one, byRow.get(one.row), now);
    kept.push(written === null ? { ...one, in_at: null } : { ...one, state: 'in', written, changes: null, in_at: now });
  }
  const clientIds = clientsOf(kept);
  await reading.intake.afterwards(importContext, { clientIds, by: batch.run_by });
  const sideEffects = await sideEffectsOf(db, kept, now);
  await keepFound(
    db,
    batch,
    kept.map((one) => ({ ...one, passed: batch.runs, written: [...(one.written ?? []), ...(sideEffects.get(one.row) ?? [])] })),
  );
  await noted(db, batch, reading.intake.noun, clientIds);
  return kept.filter(({ state }) => state === 'in').length;
}

/** What a row wrote; null where it wrote nothing now and stays in the list. */
async function writtenBy(
  db: Database,
  batch: Batch,
  found: Found,
  row: ImportRow | undefined,
  now: Instant,
): Promise<readonly Written[] | null> {
  if (found.state === 'ready') return found.written;
  const shown = row?.changes ?? null;
  // Changes that nobody has seen, because they came between the check and now, wait to be looked at.
  if (found.state !== 'update' || shown === null || found.changes === null) return null;
  const unchanged = found.changes.every((change) =>
    shown.some(
      ({ column, from, to, fromOn }) => column === change.column && from === change.from && to === change.to && fromOn === change.fromOn,
    ),
  );
  const author = batch.run_by === null ? null : { importId: batch.id, staffId: batch.run_by, at: now };
  return unchanged ? changesMade(db, batch.organization_id, found.changes, row?.kept_columns ?? [], author) : null;
}

const clientsOf = (kept: readonly Found[]): readonly string[] => [
  ...new Set(kept.flatMap(({ state, client_id }) => (state === 'in' && client_id !== null ? client_id : []))),
];

/** Whose records an import changed, in the transaction that changes them, in the name of whoever began it. */
async function noted(db: Database, batch: Batch, noun: string, clientIds: readonly string[]): Promise<void> {
  if (clientIds.length === 0 || batch.run_by === null) return;
  const { role } = await db.selectFrom('staff').select('role').where('id', '=', batch.run_by).executeTakeFirstOrThrow();
  await recordSystemEvent(db, {
    organizationId: batch.organization_id,
    action: `import.${noun}`,
    by: { staffId: batch.run_by, role },
    changed: { clientIds, requestId: `import-${batch.id}` },
  });
}
