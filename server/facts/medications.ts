import { sql } from 'kysely';
import { defaultExpectationRules } from '#domain/expectation-rules.ts';
import type { ExpectationRule, Medication } from '#domain/medications.ts';
import type { Database } from '../database/pool.ts';
import { byClient } from './by-client.ts';

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

/** What medications should make analytes show: the program's own map, or the one a new program starts with where it has none yet. */
export async function expectationRules(db: Database): Promise<readonly ExpectationRule[]> {
  const rows = await db.selectFrom('expectation_rule').selectAll().execute();
  if (rows.length === 0) return defaultExpectationRules;
  return rows.map((row) => ({
    medication: row.medication,
    analyte: row.analyte,
    specimen: row.specimen,
    says: row.says,
    appearsAfterDays: row.appears_after_days,
    clearsAfterDays: row.clears_after_days,
  }));
}
