import { sql } from 'kysely';
import { earliest } from '#domain/calendar/calendar.ts';
import type { AnalyteWindow, EarlierResult } from '#domain/drug-screens/interpret.ts';
import type { EpisodeSpan } from '#domain/episodes/spans.ts';
import type { Database } from '#server/database/pool.ts';
import { byClient } from '#server/clients/by-client.ts';
import { screenRows } from './screens.rows.ts';

/** What clinicians set or agreed for single analytes of each client. */
export async function windowsOf(db: Database, clientIds: readonly string[]): Promise<Map<string, AnalyteWindow[]>> {
  const rows = await db
    .selectFrom('reading_window')
    .leftJoin('staff', (join) =>
      join.onRef('staff.organization_id', '=', 'reading_window.organization_id').onRef('staff.id', '=', 'reading_window.set_by'),
    )
    .select(['reading_window.client_id', 'analyte', 'kind', 'basis', 'from_on', 'to_on', 'staff.name as set_by'])
    .where((eb) => eb('reading_window.client_id', '=', sql<string>`any(${clientIds}::uuid[])`))
    .orderBy('from_on')
    .execute();
  return byClient(rows, (row): AnalyteWindow => ({
    analyte: row.analyte,
    kind: row.kind,
    from: row.from_on,
    to: row.to_on,
    setBy: row.set_by ?? '',
    basis: row.basis,
  }));
}

export async function episodesOf(db: Database, clientIds: readonly string[]): Promise<Map<string, EpisodeSpan[]>> {
  const rows = await db
    .selectFrom('episode')
    .select(['client_id', 'opened_on', 'closed_on'])
    .where((eb) => eb('client_id', '=', sql<string>`any(${clientIds}::uuid[])`))
    .orderBy('opened_on')
    .execute();
  return byClient(rows, (row): EpisodeSpan => ({ openedOn: row.opened_on, closedOn: row.closed_on }));
}

/** Results since the first carry-over window of each client, which may have ended it. Nothing is asked for clients without one. */
export async function earlierResults(
  db: Database,
  windows: ReadonlyMap<string, readonly AnalyteWindow[]>,
): Promise<ReadonlyMap<string, readonly (EarlierResult & { readonly analyte: string })[]>> {
  const carried = new Map(
    [...windows].map(([clientId, own]) => [clientId, own.filter(({ kind }) => kind === 'carry-over').map(({ from }) => from)]),
  );
  const clientIds = [...carried].filter(([, starts]) => starts.length > 0).map(([clientId]) => clientId);
  const from = earliest([...carried.values()].flat());
  if (from === null) return new Map();
  const rows = await screenRows(db, clientIds, { from });
  const results = rows.flatMap((row) =>
    row.results.map(({ analyte, result }) => ({
      client_id: row.client_id,
      analyte,
      on: row.collected_on,
      result,
      validity: row.validity ?? ('not-tested' as const),
    })),
  );
  return byClient(results, ({ analyte, on, result, validity }) => ({ analyte, on, result, validity }));
}
