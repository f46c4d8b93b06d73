import { sql } from 'kysely';
import { defaultExpectationRules } from '#domain/medications/expectation-rules.ts';
import type { ExpectationRule, Medication } from '#domain/medications/expectation.ts';
import type { Database } from '#server/database/pool.ts';
import { byClient } from '#server/clients/by-client.ts';

/** The medication list of each client, every course ever entered but those entered by mistake. A client who is not in the map has none on the list. */
export async function medicationsOf(db: Database, clientIds: readonly string[]): Promise<Map<string, Medication[]>> {
  const rows = await db
    .selectFrom('medication')
    .select(['client_id', 'name', 'dose', 'started_on', 'ended_on'])
    .where('withdrawn_at', 'is', null)
    .where((eb) => eb('client_id', '=', sql<string>`any(${clientIds}::uuid[])`))
    .orderBy('started_on')
    .execute();
  return byClient(rows, (row): Medication => ({ name: row.name, dose: row.dose, startedOn: row.started_on, endedOn: row.ended_on }));
}

/** A row of the map with the name of the panel that it is for. */
export type NamedRule = ExpectationRule & { readonly panel: string | null };

/** What medications should make analytes show: the program's own map, or the one a new program starts with where it has none yet. */
export async function expectationRules(db: Database): Promise<readonly NamedRule[]> {
  const rows = await db
    .selectFrom('expectation_rule as rule')
    .leftJoin('panel', (join) => join.onRef('panel.organization_id', '=', 'rule.organization_id').onRef('panel.id', '=', 'rule.panel_id'))
    .selectAll('rule')
    .select('panel.name as panel')
    .execute();
  if (rows.length === 0) return defaultExpectationRules.map((rule) => ({ ...rule, panel: null }));
  return rows.map((row) => ({
    medication: row.medication,
    analyte: row.analyte,
    specimen: row.specimen,
    panelId: row.panel_id,
    panel: row.panel,
    expectation: row.expectation,
    appearsAfterDays: row.appears_after_days,
    clearsAfterDays: row.clears_after_days,
  }));
}
