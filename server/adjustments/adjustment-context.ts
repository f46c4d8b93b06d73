import type { AdjustmentShown, EarlierAdjustment } from '#contract/adjustments-shown.ts';
import { aboutWords, medicationSince } from '#domain/adjustments/words.ts';
import { hoursTotals } from '#domain/attendance/hours-totals.ts';
import { dayAt, type Day } from '#domain/calendar/calendar.ts';
import { responseOf, stateOf } from '#domain/adjustments/states.ts';
import { markOf } from '#domain/drug-screens/marks.ts';
import { isNotValid, type MarkCode, type ScreenEvent } from '#domain/drug-screens/interpret.ts';
import { gainOf } from '#domain/care-plan/goal-gain.ts';
import { changeSinceAdmission } from '#domain/instruments/instruments.ts';
import { restsOn } from '#domain/medications/expectation-cause.ts';
import type { Medication } from '#domain/medications/expectation.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import type { ClientAdjustment } from './adjustments.rows.ts';
import type { StoredChange } from './adjustment.rows.ts';
import { beforeAfterOf } from './before-after.ts';
import type { Loaded } from '#server/caseload/facts-at.ts';

/** The event that an adjustment is about, as it stands now: an amended one carries another id. */
export const eventOf = (adjustment: Pick<ClientAdjustment, 'id' | 'screenId'>, screens: readonly ScreenEvent[]): ScreenEvent | null =>
  screens.find(({ id }) => id === adjustment.screenId) ??
  (adjustment.screenId === null ? null : (screens.find(({ adjustmentId }) => adjustmentId === adjustment.id) ?? null));

/** The shape says what was found, its fill how far this adjustment's own answer is. One started by hand has no result to draw. */
export function markFor(adjustment: ClientAdjustment, event: ScreenEvent | null): MarkCode {
  if (event === null) return '_';
  if (isNotValid(event.validity)) return 'V';
  const own = event.analytes.filter(({ analyte }) => adjustment.analytes.includes(analyte));
  const missing = own.length > 0 && own.every(({ expectation }) => expectation === 'should-show');
  return markOf(missing ? 'prescribed-not-detected' : 'unexpected-positive', responseOf(adjustment));
}

type StoredLines = { readonly changes: ReadonlyMap<string, readonly StoredChange[]>; readonly aims: ReadonlyMap<string, string | null> };

/** What was tried before this adjustment, newest first, and what followed each. */
export function triedBefore(
  adjustment: ClientAdjustment,
  all: readonly ClientAdjustment[],
  facts: Loaded,
  { changes, aims }: StoredLines,
  context: Context,
): EarlierAdjustment[] {
  const { zone, now } = context;
  return all
    .filter(({ number }) => number < adjustment.number)
    .toReversed()
    .map((earlier) => {
      const event = eventOf(earlier, facts.screens);
      return {
        id: earlier.id,
        number: earlier.number,
        state: stateOf(earlier, dayAt(now, zone)),
        mark: markFor(earlier, event),
        about: aboutWords(earlier, event, zone),
        openedOn: dayAt(earlier.openedAt, zone),
        analytes: [...earlier.analytes],
        changes: (changes.get(earlier.id) ?? []).map(({ what }) => what),
        betterLooksLike: aims.get(earlier.id) ?? null,
        outcome: earlier.outcome,
        beforeAfter: shown(beforeAfterOf(earlier, { ...facts, adjustments: all }, context)),
      };
    });
}

/** An answer's lists are its own. */
export const shown = (compared: ReturnType<typeof beforeAfterOf>): AdjustmentShown['beforeAfter'] =>
  compared === null ? null : { ...compared, rows: [...compared.rows] };

/** What the client took on the day of collection, and what the screen showed of it. */
export const medicationsOn = (on: Day, medications: readonly Medication[], event: ScreenEvent | null): AdjustmentShown['medications'] =>
  medications
    .filter(({ startedOn, endedOn }) => startedOn <= on && (endedOn === null || endedOn >= on))
    .map((medication) => ({
      label: medicationSince(medication),
      found: (event?.analytes ?? [])
        .filter(({ because }) => restsOn(because, medication))
        .map(({ analyte, finding }) => ({ analyte, finding })),
    }));

/** What is going well: goals above where they began, instruments reliably better, hours met. */
export function workingFor(facts: Loaded): AdjustmentShown['working'] {
  const full = facts.weeks.filter(({ partial }) => !partial).slice(-5);
  const { met, full: of } = hoursTotals(full);
  return {
    goals: facts.goals.flatMap(({ title, ratings }) => {
      const gain = gainOf(ratings);
      return gain === null ? [] : [{ title, ...gain }];
    }),
    instruments: facts.instruments.flatMap(({ instrument, scores }) => {
      const change = changeSinceAdmission(instrument, scores);
      return change?.reliable === 'better' ? [{ instrument, change }] : [];
    }),
    hours: of === 0 || met === 0 ? null : { met, of },
  };
}
