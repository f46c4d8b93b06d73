import { isOpioid, showsOpioidMedication } from '#domain/drug-screens/analytes.ts';
import { addDays, dayAt, type Day } from '#domain/calendar/calendar.ts';
import { isInterpretable } from '#domain/drug-screens/event-reading.ts';
import { isDetected, type ScreenEvent } from '#domain/drug-screens/interpret.ts';
import type { ExpectationRule, Medication } from '#domain/medications/expectation.ts';
import { negativeDaysBefore, overdosePrompt, type GapInUse, type NaloxoneReason } from '#domain/safety/overdose-prompt.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { eventOf } from './adjustment-context.ts';
import { clientOfAdjustment, type AdjustmentRow } from './adjustment.rows.ts';
import { factsOf, type Loaded } from '#server/caseload/client-facts.rows.ts';
import { expectationRules, medicationsOf } from '#server/medications/medications.rows.ts';
import { calledName } from '#server/clients/client-names.ts';

type Known = {
  readonly event: ScreenEvent | null;
  readonly facts: Pick<Loaded, 'screens' | 'leaves' | 'admittedOn'>;
  readonly medications: readonly Medication[];
  readonly rules: readonly ExpectationRule[];
  readonly today: Day;
  readonly settings: ProgramSettings;
};

/** Why naloxone is asked about with this adjustment; empty where nothing on record asks for it. */
export const naloxoneReasonsOf = ({ event, facts, medications, rules, today, settings }: Known): readonly NaloxoneReason[] =>
  overdosePrompt({
    analytes: event?.analytes ?? [],
    gap: event === null ? null : gapBefore(event.on, facts, settings),
    opioidMedicationStopped: stopped(medications, rules, facts.admittedOn, today),
    leaving: false,
    usesOpioidsOrStimulants: false,
  });

/** The same, asked for one stored adjustment. */
export async function naloxoneReasonsFor(row: AdjustmentRow, context: Context): Promise<readonly NaloxoneReason[]> {
  const { db, actor, now, zone, settings } = context;
  const client = await clientOfAdjustment(db, actor, row.client_id, row.id).executeTakeFirstOrThrow();
  const facts = (await factsOf([{ ...client, called: calledName(client) }], context)).get(row.client_id);
  if (facts === undefined) return [];
  const event = eventOf({ id: row.id, screenId: row.screen_id }, facts.screens);
  const medications = (await medicationsOf(db, [row.client_id])).get(row.client_id) ?? [];
  return naloxoneReasonsOf({ event, facts, medications, rules: await expectationRules(db), today: dayAt(now, zone), settings });
}

/** A leave that ended shortly before, or a run of days without an opioid. */
function gapBefore(on: Day, { screens, leaves }: Known['facts'], { lostToleranceDays }: ProgramSettings): GapInUse | null {
  if (leaves.some(({ to }) => to !== null && to <= on && to >= addDays(on, -lostToleranceDays))) return 'leave';
  const readings = screens
    .filter((screen) => isInterpretable(screen) && screen.analytes.some(({ analyte }) => isOpioid(analyte)))
    .map((screen) => ({
      on: screen.on,
      detected: screen.analytes.some(
        ({ analyte, result, finding }) => isOpioid(analyte) && isDetected(result) && finding !== 'consistent-with-medication',
      ),
    }));
  return negativeDaysBefore(on, readings) >= lostToleranceDays ? 'negatives' : null;
}

/** Whether a medication for opioid use ended during this episode and none is taken now. */
function stopped(medications: readonly Medication[], rules: readonly ExpectationRule[], admittedOn: Day, today: Day): boolean {
  const names = new Set(
    rules
      .filter(({ analyte, expectation }) => expectation === 'should-show' && showsOpioidMedication(analyte))
      .map(({ medication }) => medication.toLowerCase()),
  );
  const forOpioidUse = medications.filter(({ name }) => [...names].some((known) => name.toLowerCase().includes(known)));
  const takenNow = forOpioidUse.some(({ startedOn, endedOn }) => startedOn <= today && (endedOn === null || endedOn >= today));
  return !takenNow && forOpioidUse.some(({ endedOn }) => endedOn !== null && endedOn >= admittedOn && endedOn < today);
}
