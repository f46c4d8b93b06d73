import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import { analyteCode } from '#domain/drug-screens/analytes.ts';
import { resultsByAnalyte, type NamedCode } from '#domain/drug-screens/results-by-analyte.ts';
import type { CollectionOutcome, Expectation, Finding, Result, SpecimenType, Validity } from '#domain/drug-screens/interpret.ts';
import type { ExpectationCause } from '#domain/medications/expectation-cause.ts';
import type { Database } from '#server/database/pool.ts';

export type Span = { readonly from?: Day; readonly to?: Day };

/** One analyte of a stored screen. What was expected, and why, was fixed when it was collected. */
export type StoredResult = {
  /** As it was printed on the cup or the report. */
  readonly analyte: string;
  readonly result: Result;
  readonly expectation: Expectation;
  readonly because: ExpectationCause | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly cutoff: number | null;
};

/** The same, by the analyte that the printed name stands for. */
export type AnalyteResult = StoredResult & { readonly printed: string };

/** A screen as it stands now: one that another row amends is not here. `findings` is null where the projection has no row yet. */
export type ScreenRow = {
  readonly id: string;
  readonly client_id: string;
  readonly slot_id: string | null;
  readonly scheduled: boolean;
  readonly source: 'logged' | 'imported';
  readonly outcome: CollectionOutcome;
  readonly specimen: SpecimenType | null;
  readonly validity: Validity | null;
  readonly validity_reason: string | null;
  readonly collected_on: Day;
  readonly collected_at: Instant | null;
  readonly observed: boolean | null;
  readonly observer: string | null;
  readonly panel_id: string | null;
  /** What the panel holds, by the analytes that its strips stand for. */
  readonly panel: readonly string[] | null;
  readonly results: readonly AnalyteResult[];
  readonly findings: Readonly<Record<string, Finding>> | null;
};

/** The results of a screen under the names that were printed. */
export const resultsAsPrinted = sql<readonly StoredResult[]>`coalesce((
  select json_agg(json_build_object('analyte', analyte, 'result', result, 'expectation', expectation, 'because', expected_because,
    'value', value, 'unit', unit, 'cutoff', cutoff) order by analyte)
  from analyte_result where analyte_result.organization_id = screen.organization_id and analyte_result.screen_id = screen.id), '[]')`;

/** One screen as it is stored, whoever asks. */
export const storedScreen = (db: Database, screenId: string) =>
  db.selectFrom('screen').selectAll().select(resultsAsPrinted.as('results')).where('id', '=', screenId).executeTakeFirstOrThrow();

const resultsOfScreen = sql<StoredResult[]>`coalesce((
  select json_agg(json_build_object('analyte', analyte, 'result', result, 'expectation', expectation, 'because', expected_because,
    'value', value, 'unit', unit, 'cutoff', cutoff)
    order by array_position(panel.analytes, analyte), analyte)
  from analyte_result where analyte_result.organization_id = screen.organization_id and analyte_result.screen_id = screen.id), '[]')`;

/** What somebody answered about codes of the screen that nobody knew. Hardly any screen has one. */
const namedCodes = sql<Readonly<Record<string, NamedCode>> | null>`(
  select json_object_agg(code, json_build_object('analyte', analyte, 'expectation', expectation, 'because', expected_because))
  from unknown_code where unknown_code.organization_id = screen.organization_id and unknown_code.screen_id = screen.id and analyte is not null)`;

/** The current screens of these clients in the order they were collected. A superseded one keeps its row and is left out. */
export async function screenRows(db: Database, clientIds: readonly string[], { from, to }: Span): Promise<readonly ScreenRow[]> {
  const rows = await db
    .selectFrom('screen')
    .leftJoin('panel', (join) =>
      join.onRef('panel.organization_id', '=', 'screen.organization_id').onRef('panel.id', '=', 'screen.panel_id'),
    )
    .leftJoin('screen_reading as reading', (join) =>
      join.onRef('reading.organization_id', '=', 'screen.organization_id').onRef('reading.screen_id', '=', 'screen.id'),
    )
    .leftJoin('staff as observer', (join) =>
      join.onRef('observer.organization_id', '=', 'screen.organization_id').onRef('observer.id', '=', 'screen.observed_by'),
    )
    .select([
      'screen.id',
      'screen.client_id',
      'screen.slot_id',
      'screen.scheduled',
      'screen.source',
      'screen.outcome',
      'screen.specimen',
      'screen.validity',
      'screen.validity_reason',
      'screen.collected_on',
      'screen.collected_at',
      'screen.observed',
      'observer.name as observer',
      'screen.panel_id',
      'panel.analytes as panel',
      'reading.findings',
      resultsOfScreen.as('results'),
      namedCodes.as('named'),
    ])
    .where((eb) => eb('screen.client_id', '=', sql<string>`any(${clientIds}::uuid[])`))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('screen as later')
            .select('later.id')
            .whereRef('later.organization_id', '=', 'screen.organization_id')
            .whereRef('later.amends_id', '=', 'screen.id'),
        ),
      ),
    )
    .$if(from !== undefined, (query) => query.where('screen.collected_on', '>=', from ?? null))
    .$if(to !== undefined, (query) => query.where('screen.collected_on', '<=', to ?? null))
    .orderBy('screen.collected_on')
    .orderBy('screen.collected_at', (order) => order.asc().nullsFirst())
    .orderBy('screen.received_at')
    .execute();
  return rows.map(({ named, ...row }) => ({
    ...row,
    panel: row.panel === null ? null : [...new Set(row.panel.map(analyteCode))],
    results: resultsByAnalyte(row.results, named ?? {}),
  }));
}
