import { dayAt, type Day } from '#domain/calendar/calendar.ts';
import { analyteCode } from '#domain/drug-screens/analytes.ts';
import { observationProblemWords } from '#domain/drug-screens/observation-words.ts';
import { observationProblem } from '#domain/drug-screens/observation.ts';
import { slotMetBy } from '#domain/drug-screens/slots-met.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';
import { breathLine, refuseOtherSpecimen } from './amended-breath.guards.ts';
import { amendedReading, type Changes } from './amended-cup.ts';
import { refuseTwice } from './amended-slot.guards.ts';
import { scheduledSlots } from './amended-slot.rows.ts';
import type { ScreenFound } from './amended-screen.guards.ts';
import { panelUsed, refuseOutsideEpisode } from './log.guards.ts';
import { refuseOtherObservers } from './observers.guards.ts';
import { isAfterNow } from '#server/clock.ts';
import type { Amends, NewScreen } from './screens.store.ts';

/** The screen that takes the place of the one amended. Expectations that were fixed stay, unless client, day, specimen or panel was the mistake. */
export async function amendment(
  context: Context,
  screen: ScreenFound,
  changes: Changes,
  why: Pick<Amends, 'because' | 'words'>,
): Promise<NewScreen> {
  const { actor, zone } = context;
  const clientId = changes.clientId ?? screen.client_id;
  const collectedOn = changes.collectedOn ?? screen.collected_on;
  const collectedAt =
    changes.collectedAt === undefined ? (collectedOn === screen.collected_on ? screen.collected_at : null) : changes.collectedAt;
  if (collectedOn > dayAt(context.now, zone)) throw refuseField('changes.collectedOn', 'That day is still to come. Correct the date.');
  if (collectedAt !== null && isAfterNow(collectedAt, context.now))
    throw refuseField('changes.collectedAt', 'That time is still to come. Correct it, or leave it out.');
  await refuseOutsideEpisode(context, [
    { clientId, on: collectedOn, field: changes.clientId === undefined ? 'changes.collectedOn' : 'changes.clientId' },
  ]);

  refuseOtherSpecimen(screen, changes);
  const panel = await panelOf(context, screen, changes, collectedOn);
  const strips = panel?.analytes ?? screen.results.map(({ analyte }) => analyte);
  const reading = amendedReading(screen, changes, strips, (value) => breathLine(value, 'changes.breathAlcohol', context));
  const moved = clientId !== screen.client_id;
  const watched = await amendedObservation(context, screen, changes, collectedOn);
  const specimen = reading.outcome === 'collected' ? (changes.specimen ?? screen.specimen ?? panel?.specimen ?? null) : null;
  if (moved || collectedOn !== screen.collected_on) await refuseTwice(context, { clientId, collectedOn, specimen });
  const panelId = panel?.id ?? null;
  const otherwise = moved || collectedOn !== screen.collected_on || specimen !== screen.specimen || panelId !== screen.panel_id;
  const fixed = new Map(otherwise ? [] : screen.results.map((one) => [analyteCode(one.analyte), one]));
  return {
    ...reading,
    ...watched,
    clientId,
    ...(moved
      ? await slotMoved(context, clientId, { on: collectedOn, outcome: reading.outcome })
      : { slotId: screen.slot_id, scheduled: screen.scheduled }),
    sessionId: screen.session_id,
    batchId: screen.batch_id,
    specimen,
    panelId,
    lot: panel === null ? null : (changes.lot ?? screen.lot),
    collectedOn,
    collectedAt,
    readBy: actor.staffId,
    source: 'logged',
    amends: { id: screen.id, ...why },
    results: reading.results.map((one) => {
      const expected = fixed.get(analyteCode(one.analyte));
      return expected === undefined ? one : { ...one, expected: { expectation: expected.expectation, because: expected.because } };
    }),
  };
}

/** The slot that a screen meets with the client whose it really was. Where something else is written for the slot, it belongs to the schedule without it. */
async function slotMoved(context: Context, clientId: string, given: Pick<NewScreen, 'outcome'> & { readonly on: Day }) {
  const met = slotMetBy(given, await scheduledSlots(context, clientId, given.on), context.settings);
  return { slotId: met?.answered === null ? met.id : null, scheduled: met !== null };
}

/** Who watched, as it stands after the changes. A cup that was none is watched by nobody. */
async function amendedObservation(context: Context, screen: ScreenFound, changes: Changes, on: Day) {
  const outcome = changes.outcome ?? screen.outcome;
  const kept = outcome === 'collected' ? screen : { observed: null, observed_by: null };
  const observed = changes.observed === undefined ? kept.observed : changes.observed;
  const said = changes.observedBy === undefined ? (observed === true ? kept.observed_by : null) : changes.observedBy;
  const touched = changes.observed !== undefined || changes.observedBy !== undefined;
  const problem = touched ? observationProblem({ outcome, observed, observedBy: said }) : null;
  if (problem !== null) throw refuseField(`changes.${observationProblemWords[problem][0]}`, observationProblemWords[problem][1]);
  if (changes.observedBy != null)
    await refuseOtherObservers(context, [{ field: 'changes.observedBy', observerId: changes.observedBy }], on);
  return { observed, observedBy: said };
}

async function panelOf(context: Context, screen: ScreenFound, changes: Changes, on: Day) {
  if ((changes.outcome ?? screen.outcome) !== 'collected') return null;
  const panelId = changes.panelId ?? screen.panel_id;
  // A result that came from elsewhere has no panel of ours.
  if (panelId === null && screen.outcome === 'collected') return null;
  const lot = changes.lot ?? screen.lot;
  // A device has no lots.
  if (screen.specimen === 'breath-alcohol' || (changes.panelId === undefined && lot === null && panelId !== null))
    return (
      (await context.db.selectFrom('panel').select(['id', 'specimen', 'analytes']).where('id', '=', panelId).executeTakeFirst()) ?? null
    );
  return panelUsed(context, panelId, lot, on, true);
}

/** Refuses a correction that leaves everything as it is. */
export function refuseUnchanged(screen: ScreenFound, wanted: NewScreen): void {
  const asJson = (one: { readonly [name: string]: unknown }) => JSON.stringify(one);
  const lines = (results: readonly { readonly analyte: string; readonly result: string; readonly value?: number | null }[]) =>
    results.map(({ analyte, result, value = null }) => `${analyte} ${result} ${value ?? ''}`).toSorted();
  const was = {
    on: screen.collected_on,
    at: screen.collected_at,
    client: screen.client_id,
    outcome: screen.outcome,
    validity: screen.validity,
    reason: screen.validity_reason,
    temperature: screen.temperature_in_range,
    specimen: screen.specimen,
    observed: [screen.observed, screen.observed_by],
    panel: screen.panel_id,
    lot: screen.lot,
    lines: lines(screen.results),
  };
  const is = {
    on: wanted.collectedOn,
    at: wanted.collectedAt,
    client: wanted.clientId,
    outcome: wanted.outcome,
    validity: wanted.validity,
    reason: wanted.reason,
    temperature: wanted.temperatureInRange,
    specimen: wanted.specimen,
    observed: [wanted.observed, wanted.observedBy],
    panel: wanted.panelId,
    lot: wanted.lot,
    lines: lines(wanted.results),
  };
  if (asJson(was) === asJson(is)) throw refuseField('changes', 'Nothing here differs from what is recorded. Say what was wrong.');
}
