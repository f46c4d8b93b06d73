import type { AnalyteWindow } from '#domain/clients/journey.ts';
import type { Database } from '#server/database/pool.ts';

/** Windows that a clinician set for one analyte of a client: carry-over, or agreed not to be a target. */
export async function windowsOf(db: Database, clientId: string): Promise<AnalyteWindow[]> {
  const rows = await db
    .selectFrom('reading_window')
    .innerJoin('staff', (join) =>
      join.onRef('staff.organization_id', '=', 'reading_window.organization_id').onRef('staff.id', '=', 'reading_window.set_by'),
    )
    .select([
      'reading_window.analyte',
      'reading_window.kind',
      'reading_window.from_on',
      'reading_window.to_on',
      'reading_window.basis',
      'staff.name',
    ])
    .where('client_id', '=', clientId)
    .orderBy('from_on')
    .execute();
  return rows.map((row) => ({ analyte: row.analyte, kind: row.kind, from: row.from_on, to: row.to_on, setBy: row.name, basis: row.basis }));
}
