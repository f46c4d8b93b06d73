import type { Medication } from '#domain/medications.ts';
import { medicationsOf } from '#server/facts/medications.ts';
import type { Placed } from '../rows.ts';
import { misfits } from '../row-words.ts';
import type { ScreenRow } from '../screens.ts';
import { isProblem, misfit, type Desk, type Misfit, type Store } from './desk.ts';
import { insertRows } from './insert-rows.ts';
import { resultRows, resultsOf, screenOf, type NewResult, type NewScreen, type Results } from './screen-rows.ts';
import { slotsOf, type Slots } from './screen-slots.ts';
import { clientsByChart, differences, episodeOn, type StoredClient } from './stored-clients.ts';

type Known = {
  readonly clients: ReadonlyMap<string, StoredClient>;
  readonly medications: ReadonlyMap<string, readonly Medication[]>;
  readonly screens: ReadonlyMap<string, { readonly screen: Partial<NewScreen>; readonly results: Results }>;
  readonly slots: Slots;
};

type Fresh = { readonly screen: NewScreen; readonly results: readonly NewResult[] };

/** Stores screens once by their outside key, with their slot and what each analyte should have shown. They are read when the whole file is stored. */
export const storeScreens: Store<ScreenRow> = async (desk, batch) => {
  const known = await knownFor(desk, batch);
  const fresh: Fresh[] = [];
  const wrong: Misfit[] = [];
  let here = 0;
  for (const place of batch) {
    const settled = settle(desk, place, known);
    if (settled === 'here') here += 1;
    else if ('says' in settled) wrong.push(settled);
    else fresh.push(settled);
  }
  const screens = fresh.map(({ screen }) => screen);
  await insertRows(desk.db, 'screen_slot', known.slots.made);
  await insertRows(desk.db, 'screen', screens);
  await insertRows(
    desk.db,
    'analyte_result',
    fresh.flatMap(({ results }) => results),
  );
  return { added: fresh.length, here, misfits: wrong, clientIds: screens.map(({ client_id }) => client_id) };
};

function settle(desk: Desk, place: Placed<ScreenRow>, known: Known): Fresh | Misfit | 'here' {
  const { facts } = place;
  const client = known.clients.get(facts.chartNumber);
  if (client === undefined) return misfit(place, 'chart_number', misfits.unknownClient);
  const found = resultsOf(desk, facts);
  if ('problem' in found) return misfit(place, found.column, found.problem);
  const screen = screenOf(desk, facts, client.id, found.panelId);
  const stored = known.screens.get(facts.key);
  if (stored !== undefined) {
    const unlike = unlikeStored(screen, found.results, stored);
    return unlike.length === 0 ? 'here' : misfit(place, null, misfits.differs(unlike));
  }
  const episode = episodeOn(client, facts.on);
  if (isProblem(episode)) return misfit(place, 'date', episode);
  const slot = facts.scheduled ? known.slots.slotFor(screen) : null;
  if (slot !== null && typeof slot !== 'string') return misfit(place, 'date', slot);
  const results = resultRows(desk, screen, found.results, known.medications.get(client.id) ?? []);
  return { screen: { ...screen, slot_id: slot }, results };
}

function unlikeStored(
  screen: NewScreen,
  results: Results,
  stored: { readonly screen: Partial<NewScreen>; readonly results: Results },
): readonly string[] {
  const { client_id, scheduled, outcome, specimen, validity, validity_reason, panel_id, collected_on, collected_at } = screen;
  const compared = { client_id, scheduled, outcome, specimen, validity, validity_reason, panel_id, collected_on, collected_at };
  const sameResults =
    results.size === stored.results.size && [...results].every(([analyte, result]) => stored.results.get(analyte) === result);
  return [...differences(compared, stored.screen), ...(sameResults ? [] : ['results'])];
}

async function knownFor(desk: Desk, batch: readonly Placed<ScreenRow>[]): Promise<Known> {
  const { db } = desk;
  const clients = await clientsByChart(
    db,
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
      : await db.selectFrom('analyte_result').select(['screen_id', 'analyte', 'result']).where('screen_id', 'in', screenIds).execute();
  const resultsByScreen = Map.groupBy(results, ({ screen_id }) => screen_id);
  return {
    clients,
    medications: await medicationsOf(db, ids),
    screens: new Map(
      screens.map((screen) => [
        screen.outside_key ?? '',
        { screen, results: new Map((resultsByScreen.get(screen.id) ?? []).map(({ analyte, result }) => [analyte, result])) },
      ]),
    ),
    slots: await slotsOf(desk, ids),
  };
}
