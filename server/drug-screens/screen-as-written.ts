import type { ScreenFound } from './amended-screen.guards.ts';
import type { NewScreen } from './screens.store.ts';

/** A stored screen as it would be written again, with what was expected of it then. */
export const asWritten = (screen: ScreenFound): Omit<NewScreen, 'amends'> => ({
  clientId: screen.client_id,
  slotId: screen.slot_id,
  sessionId: screen.session_id,
  batchId: screen.batch_id,
  scheduled: screen.scheduled,
  outcome: screen.outcome,
  specimen: screen.specimen,
  validity: screen.validity,
  reason: screen.validity_reason,
  temperatureInRange: screen.temperature_in_range,
  observed: screen.observed,
  observedBy: screen.observed_by,
  panelId: screen.panel_id,
  lot: screen.lot,
  collectedOn: screen.collected_on,
  collectedAt: screen.collected_at,
  readBy: screen.read_by,
  source: screen.source,
  results: screen.results.map(({ expectation, because, ...result }) => ({ ...result, expected: { expectation, because } })),
});
