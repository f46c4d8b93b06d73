import { sql, type Selectable } from 'kysely';
import { analyteCode } from '#domain/drug-screens/analytes.ts';
import { defaultExpectationRules } from '#domain/medications/expectation-rules.ts';
import type { ExpectationRule, Medication } from '#domain/medications/expectation.ts';
import type { Database, Tables } from '#server/database/pool.ts';
import { byClient } from '#server/clients/by-client.ts';

/** The medication list of each client, every course ever entered but those entered by mistake. A client who is not in the map has none on the list. */
export async function medicationsOf(db: Database, clientIds: readonly string[]): Promise<Map<string, Medication[]>> {
  const rows = await db
    .selectFrom('medication')
    .select(['client_id', 'name', 'dose', 'started_on', 'ended_on', 'verified_how', 'verified_until'])
    .where('withdrawn_at', 'is', null)
    .where((eb) => eb('client_id', '=', sql<string>`any(${clientIds}::uuid[])`))
    .orderBy('started_on')
    .execute();
  return byClient(rows, medicationIn);
}

type StoredRow = Pick<Selectable<Tables['medication']>, 'name' | 'dose' | 'started_on' | 'ended_on' | 'verified_how' | 'verified_until'>;

/** A row of a list as the rules read it. */
export const medicationIn = (row: StoredRow): Medication => ({
  name: row.name,
  dose: row.dose,
  startedOn: row.started_on,
  endedOn: row.ended_on,
  verified: row.verified_how === null ? null : { until: row.verified_until },
});

/** A row of the map with the name of the panel that it is for. */
export type NamedRule = ExpectationRule & { readonly panel: string | null };

const startedWith: readonly NamedRule[] = defaultExpectationRules.map((rule) => ({ ...rule, panel: null }));

/**
 * What medications should make analytes show: of those that the program has edited what it says, and of the others the map that every program starts
 * with, which grows with each version. A row for one panel is the program's own beside either.
 */
export async function expectationRules(db: Database): Promise<readonly NamedRule[]> {
  const edited = db
    .selectFrom('expectation_edit')
    .select((eb) => eb.fn.agg<string[] | null>('array_agg', ['medication']).as('medications'));
  const rows = await db
    .selectFrom(edited.as('edited'))
    .leftJoin('expectation_rule as rule', (join) => join.onTrue())
    .leftJoin('panel', (join) => join.onRef('panel.organization_id', '=', 'rule.organization_id').onRef('panel.id', '=', 'rule.panel_id'))
    .selectAll('rule')
    .select(['edited.medications as edited', 'panel.name as panel'])
    .execute();
  const own = rows.flatMap(ownRule);
  const decided = new Set([
    ...(rows[0]?.edited ?? []),
    ...own.filter(({ panelId }) => panelId === null).map(({ medication }) => medication),
  ]);
  if (own.length + decided.size === 0) return startedWith;
  return [...own, ...startedWith.filter(({ medication }) => !decided.has(medication))];
}

type StoredRule = {
  readonly [Column in keyof Selectable<Tables['expectation_rule']>]: Selectable<Tables['expectation_rule']>[Column] | null;
};

function ownRule(row: StoredRule & { readonly panel: string | null }): NamedRule[] {
  const { medication, analyte, specimen, expectation, appears_after_days, clears_after_days } = row;
  if (medication === null || analyte === null || specimen === null || expectation === null) return [];
  return [
    {
      medication,
      analyte: analyteCode(analyte),
      specimen,
      panelId: row.panel_id,
      panel: row.panel,
      expectation,
      appearsAfterDays: appears_after_days ?? 0,
      clearsAfterDays: clears_after_days ?? 0,
    },
  ];
}
