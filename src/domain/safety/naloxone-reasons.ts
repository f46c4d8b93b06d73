import type { LeaveSpan } from '#domain/attendance/delivered-minutes.ts';
import { addDays, type Day } from '#domain/calendar/calendar.ts';
import { isOpioid } from '#domain/drug-screens/analytes.ts';
import { isInterpretable } from '#domain/drug-screens/event-reading.ts';
import { isDetected, type ScreenEvent } from '#domain/drug-screens/interpret.ts';
import type { ExpectationRule, Medication } from '#domain/medications/expectation.ts';
import { isForOpioidUse, isNaltrexone } from '#domain/medications/opioid-medications.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';
import { negativeDaysBefore, overdosePrompt, type GapInUse, type NaloxoneReason } from './overdose-prompt.ts';

/** What is on record of a client when one of their adjustments is looked at. */
export type NaloxoneFacts = {
  /** The event that the adjustment is about; null where no result opened it. */
  readonly event: ScreenEvent | null;
  readonly screens: readonly ScreenEvent[];
  readonly leaves: readonly LeaveSpan[];
  readonly admittedOn: Day;
  readonly medications: readonly Medication[];
  readonly rules: readonly ExpectationRule[];
  readonly today: Day;
  readonly settings: Pick<ProgramSettings, 'lostToleranceDays'>;
};

/** Why naloxone is asked about with an adjustment (program rule); empty where nothing on record asks for it. */
export const naloxoneReasonsOf = (facts: NaloxoneFacts): readonly NaloxoneReason[] =>
  overdosePrompt({
    analytes: facts.event?.analytes ?? [],
    gap: facts.event === null ? null : gapBefore(facts.event.on, facts),
    opioidMedicationStopped: opioidMedicationStopped(facts),
    naltrexoneStopped: naltrexoneStopped(facts),
    leaving: false,
    usesOpioidsOrStimulants: false,
  });

/** A leave that ended shortly before a day, or a run of days without an opioid; null where tolerance had no time to drop. */
export function gapBefore(on: Day, { screens, leaves, settings }: Pick<NaloxoneFacts, 'screens' | 'leaves' | 'settings'>): GapInUse | null {
  const { lostToleranceDays } = settings;
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

type OnList = Pick<NaloxoneFacts, 'medications' | 'rules' | 'admittedOn' | 'today'>;

/** Whether a medication for opioid use ended during this episode and none is taken today. Which those are, the program's expectation map says. */
export const opioidMedicationStopped = (facts: OnList): boolean => allEnded(facts, (medication) => isForOpioidUse(medication, facts.rules));

/** The same of naltrexone, after which tolerance is gone. */
const naltrexoneStopped = (facts: OnList): boolean => allEnded(facts, isNaltrexone);

function allEnded({ medications, admittedOn, today }: OnList, of: (medication: Medication) => boolean): boolean {
  const concerned = medications.filter(of);
  const takenNow = concerned.some(({ startedOn, endedOn }) => startedOn <= today && (endedOn === null || endedOn >= today));
  return !takenNow && concerned.some(({ endedOn }) => endedOn !== null && endedOn >= admittedOn && endedOn < today);
}
