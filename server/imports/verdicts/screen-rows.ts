import type { Problem } from '#domain/imports/problems.ts';
import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { analyteCode } from '#domain/drug-screens/analytes.ts';
import { breathAnalyte, breathResult, breathUnit } from '#domain/drug-screens/breath-alcohol.ts';
import { momentOf } from '#domain/calendar/calendar.ts';
import type { Result } from '#domain/drug-screens/interpret.ts';
import { expectationOf, type Medication } from '#domain/medications/expectation.ts';
import type { WholeRow } from '#server/database/insert-rows.ts';
import type { Tables } from '#server/database/pool.ts';
import type { ScreenRow } from '../csv/screens.ts';
import type { ImportContext } from '../import-context.rows.ts';
import { isProblem, named } from '../name-lookup.ts';

export type NewScreen = Selectable<Tables['screen']>;
export type NewResult = WholeRow<'analyte_result'>;
export type Results = ReadonlyMap<string, Result>;

/** Every analyte that was tested with its result; those in no result column are negative. An analyte that was not tested isn't there. */
export function resultsOf(
  importContext: ImportContext,
  facts: ScreenRow,
): { readonly panelId: string | null; readonly results: Results } | { readonly column: string; readonly problem: Problem } {
  if (facts.breathAlcohol !== null)
    return { panelId: null, results: new Map([[breathAnalyte, breathResult(facts.breathAlcohol, importContext.settings)]]) };
  const panel = named(importContext.panels, facts.panel, 'panel');
  if (isProblem(panel)) return { column: 'panel', problem: panel };
  const tested = panel?.analytes ?? facts.tested;
  const known = new Set(tested.map(analyteCode));
  if ([...facts.others.keys()].some((analyte) => !known.has(analyte))) return { column: 'panel', problem: { code: 'analyte-not-tested' } };
  return {
    panelId: panel?.id ?? null,
    results: new Map(tested.map((analyte) => [analyte, facts.others.get(analyteCode(analyte)) ?? 'negative'])),
  };
}

type Found = { readonly panelId: string | null; readonly observerId: string | null };

export function screenOf(importContext: ImportContext, facts: ScreenRow, clientId: string, { panelId, observerId }: Found): NewScreen {
  return {
    organization_id: importContext.organizationId,
    id: randomUUID(),
    client_id: clientId,
    slot_id: null,
    session_id: null,
    batch_id: null,
    outside_key: facts.key,
    scheduled: facts.scheduled,
    outcome: facts.outcome,
    specimen: facts.specimen,
    validity: facts.validity,
    validity_reason: facts.validityReason,
    temperature_in_range: null,
    observed: facts.observed,
    observed_by: observerId,
    panel_id: panelId,
    lot: null,
    collected_on: facts.on,
    collected_at: facts.at === null ? null : momentOf(facts.on, facts.at, importContext.zone),
    received_at: importContext.now,
    read_by: null,
    source: 'imported',
    amends_id: null,
    amended_because: null,
    amended_words: null,
  };
}

/** The screen's results with what each should have shown, fixed now from the medications stored so far. */
export function resultRows(
  importContext: ImportContext,
  screen: NewScreen,
  { results, breathAlcohol }: { readonly results: Results; readonly breathAlcohol: number | null },
  medications: readonly Medication[],
): readonly NewResult[] {
  const { specimen, panel_id: panelId } = screen;
  if (specimen === null) return [];
  return [...results].map(([analyte, result]) => {
    const { expectation, because } = expectationOf(
      analyteCode(analyte),
      { specimen, panelId },
      medications,
      importContext.rules,
      screen.collected_on,
    );
    return {
      organization_id: importContext.organizationId,
      screen_id: screen.id,
      analyte,
      result,
      expectation,
      expected_because: because,
      cutoff: breathAlcohol === null ? null : importContext.settings.breathAlcoholLimit,
      value: breathAlcohol,
      unit: breathAlcohol === null ? null : breathUnit,
    };
  });
}
