import { analyteCode } from '#domain/drug-screens/analytes.ts';
import type { Medication } from '#domain/medications/expectation.ts';
import { insertScreens } from '#server/drug-screens/screens.store.ts';
import { medicationsOf } from '#server/medications/medications.rows.ts';
import { insertSlots } from '#server/screen-plans/screen-slots.store.ts';
import type { ParsedRow } from '../csv/rows.ts';
import type { ScreenRow } from '../csv/screens.ts';
import type { ImportContext } from '../import-context.rows.ts';
import { isProblem, named } from '../name-lookup.ts';
import { resultRows, resultsOf, screenOf, type NewResult, type NewScreen, type Results } from './screen-rows.ts';
import { slotsOf, type Slots } from './screen-slots.ts';
import { clientsByChart, episodeOn, type StoredClient } from './clients-by-chart.rows.ts';
import { added, differences, wrong, type Settle, type Verdict } from './verdict.ts';

type Read = { readonly results: Results; readonly breathAlcohol: number | null };
type Stored = Read & { readonly screen: Partial<NewScreen> };

type Known = {
  readonly clients: ReadonlyMap<string, StoredClient>;
  readonly medications: ReadonlyMap<string, readonly Medication[]>;
  readonly screens: ReadonlyMap<string, Stored>;
  readonly slots: Slots;
};

type Fresh = { readonly screen: NewScreen; readonly results: readonly NewResult[] };

/** Screens once by their outside key, with their slot and what each analyte should have shown. They are read when they are stored. */
export const settleScreens: Settle<ScreenRow> = async (importContext, batch) => {
  const known = await knownFor(importContext, batch);
  const fresh: Fresh[] = [];
  const verdicts = batch.map((parsed): Verdict => {
    const { row, line } = parsed;
    const settled = settle(importContext, parsed, known);
    if ('is' in settled) return settled;
    fresh.push(settled);
    const { id, client_id, slot_id } = settled.screen;
    const slot = known.slots.made.findLast((made) => made.id === slot_id);
    const written = [...(slot === undefined ? [] : [added('screen_slot', slot.id, {}, client_id)]), added('screen', id, {}, client_id)];
    return { row, line, clientId: client_id, is: 'fresh', written };
  });
  return {
    verdicts,
    write: async () => {
      const results = fresh.flatMap((one) => one.results);
      await insertSlots(importContext.db, known.slots.made);
      await insertScreens(
        importContext.db,
        fresh.map(({ screen }) => screen),
        results,
      );
    },
  };
};

function settle(importContext: ImportContext, parsed: ParsedRow<ScreenRow>, known: Known): Fresh | Verdict {
  const { facts, row, line } = parsed;
  const client = known.clients.get(facts.chartNumber);
  if (client === undefined) return wrong(parsed, 'chart_number', { code: 'unknown-client' });
  const found = resultsOf(importContext, facts);
  if ('problem' in found) return wrong(parsed, found.column, found.problem, client.id);
  const observer = named(importContext.staff, facts.observedBy, 'staff');
  if (isProblem(observer)) return wrong(parsed, 'observed_by', observer, client.id);
  const screen = screenOf(importContext, facts, client.id, { panelId: found.panelId, observerId: observer?.id ?? null });
  const stored = known.screens.get(facts.key);
  if (stored !== undefined) {
    // Whose it is may be out of reach, so nothing more is compared with it.
    if (stored.screen.client_id !== client.id) return wrong(parsed, null, { code: 'screen-differs', columns: ['client_id'] }, client.id);
    const unlike = unlikeStored(screen, { results: found.results, breathAlcohol: facts.breathAlcohol }, stored);
    return unlike.length === 0
      ? { row, line, clientId: client.id, is: 'here' }
      : wrong(parsed, null, { code: 'screen-differs', columns: unlike }, client.id);
  }
  const episode = episodeOn(client, facts.on);
  if (isProblem(episode)) return wrong(parsed, 'date', episode, client.id);
  const slot = facts.scheduled ? known.slots.slotFor(screen) : null;
  if (slot !== null && typeof slot !== 'string') return wrong(parsed, 'date', slot, client.id);
  const results = resultRows(
    importContext,
    screen,
    { results: found.results, breathAlcohol: facts.breathAlcohol },
    known.medications.get(client.id) ?? [],
  );
  return { screen: { ...screen, slot_id: slot }, results };
}

function unlikeStored(screen: NewScreen, { results, breathAlcohol }: Read, stored: Stored): readonly string[] {
  const {
    client_id,
    scheduled,
    outcome,
    specimen,
    validity,
    validity_reason,
    panel_id,
    collected_on,
    collected_at,
    observed,
    observed_by,
  } = screen;
  const compared = {
    client_id,
    scheduled,
    outcome,
    specimen,
    validity,
    validity_reason,
    panel_id,
    collected_on,
    collected_at,
    observed,
    observed_by,
  };
  const before = new Map([...stored.results].map(([analyte, result]) => [analyteCode(analyte), result]));
  const sameResults =
    results.size === stored.results.size && [...results].every(([analyte, result]) => before.get(analyteCode(analyte)) === result);
  const sameNumber = breathAlcohol === stored.breathAlcohol;
  return [...differences(compared, stored.screen), ...(sameResults ? [] : ['results']), ...(sameNumber ? [] : ['breath_alcohol'])];
}

async function knownFor(importContext: ImportContext, batch: readonly ParsedRow<ScreenRow>[]): Promise<Known> {
  const { db } = importContext;
  const clients = await clientsByChart(
    importContext,
    batch.map(({ facts }) => facts.chartNumber),
  );
  const ids = [...clients.values()].map(({ id }) => id);
  const screens = await db
    .selectFrom('screen')
    .selectAll()
    .where(
      'outside_key',
      'in',
      batch.map(({ facts }) => facts.key),
    )
    .execute();
  const screenIds = screens.map(({ id }) => id);
  const results =
    screenIds.length === 0
      ? []
      : await db
          .selectFrom('analyte_result')
          .select(['screen_id', 'analyte', 'result', 'value'])
          .where('screen_id', 'in', screenIds)
          .execute();
  const resultsByScreen = Map.groupBy(results, ({ screen_id }) => screen_id);
  return {
    clients,
    medications: await medicationsOf(db, ids),
    screens: new Map(
      screens.map((screen) => {
        const own = resultsByScreen.get(screen.id) ?? [];
        const breathAlcohol = own.find(({ value }) => value !== null)?.value ?? null;
        return [screen.outside_key ?? '', { screen, results: new Map(own.map(({ analyte, result }) => [analyte, result])), breathAlcohol }];
      }),
    ),
    slots: await slotsOf(importContext, ids),
  };
}
