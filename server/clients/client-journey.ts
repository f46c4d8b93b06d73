import { dayAt, earliest, latest, type Day } from '#domain/calendar/calendar.ts';
import { dueWords } from '#domain/calendar/words.ts';
import { isUnderway, stateOf } from '#domain/adjustments/states.ts';
import { adjustmentLabel } from '#domain/adjustments/labels-words.ts';
import { rulesFor, type ExpectationRule, type Medication } from '#domain/medications/expectation.ts';
import type { AdjustmentSpan, AnalyteWindow, DoseSpan, Journey } from '#domain/clients/journey.ts';
import type { AdjustmentInCare } from '#domain/caseload/order.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import type { Loaded } from '#server/caseload/facts-at.ts';
import type { ClientOnPage } from './client-page.rows.ts';

/** Everything that the journey draws, from the first day of care to today or to the closing. */
export function journeyOf(
  client: ClientOnPage,
  facts: Loaded,
  doses: readonly DoseSpan[],
  windows: readonly AnalyteWindow[],
  context: Context,
): Journey {
  const today = dayAt(context.now, context.zone);
  const from = earliest([facts.admittedOn, ...facts.screens.map(({ on }) => on)]) ?? client.opened_on;
  return {
    from,
    to: client.closed_on ?? today,
    today,
    phases: facts.phases.map(({ number, name, from: start, to }) => ({ number, name, from: start, to })),
    weeks: facts.weeks,
    screens: facts.screens,
    doses,
    windows,
    leaves: facts.leaves,
    adjustments: facts.adjustments
      .filter((adjustment) => adjustment.event !== null || adjustment.trigger !== 'screen')
      .map((adjustment) => spanOf(adjustment, context)),
    goals: facts.goals.map(({ id, number, title, ratings }) => ({ id, number, title, ratings })),
    instruments: facts.instruments.map(({ instrument, scores }) => ({ instrument, scores })),
  };
}

function spanOf(adjustment: AdjustmentInCare, { now, zone }: Context): AdjustmentSpan {
  const today = dayAt(now, zone);
  const state = stateOf(adjustment, today);
  const dueAt = state === 'due' ? adjustment.talkDueAt : state === 'talked' ? adjustment.signDueAt : null;
  const ended = latest([adjustment.outcomeAt, adjustment.explainedAt].filter((moment) => moment !== null));
  return {
    id: adjustment.id,
    number: adjustment.number,
    state,
    openedOn: adjustment.event?.on ?? dayAt(adjustment.openedAt, zone),
    signedOn: adjustment.signedAt === null ? null : dayAt(adjustment.signedAt, zone),
    closedOn: isUnderway(state) || ended === null ? null : dayAt(ended, zone),
    followUpOn: adjustment.followUpOn,
    outcome: adjustment.outcome,
    dueAt,
    label: adjustmentLabel(adjustment, state, dueAt === null ? null : dueWords(dueAt, now, zone)),
  };
}

/** Each course of a medication with the analytes that the program's map lets it show. */
export const dosesOf = (medications: readonly Medication[], rules: readonly ExpectationRule[], from: Day): DoseSpan[] =>
  medications
    .filter(({ endedOn }) => endedOn === null || endedOn >= from)
    .map(({ name, dose, startedOn, endedOn }) => ({
      medication: name,
      dose,
      from: startedOn,
      to: endedOn,
      analytes: [
        ...new Set(rulesFor({ name, dose }, rules).flatMap(({ analyte, expectation }) => (expectation === 'wont-show' ? [] : analyte))),
      ],
    }));
