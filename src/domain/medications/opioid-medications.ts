import { showsOpioidMedication } from '#domain/drug-screens/analytes.ts';
import { addDays, type Day } from '#domain/calendar/calendar.ts';
import { rulesFor, type ExpectationRule, type Medication } from './expectation.ts';

/** Whether this is a medication for opioid use, by what the program's map says it shows. */
export const isForOpioidUse = (name: string, map: readonly ExpectationRule[]): boolean =>
  rulesFor(name, map).some(({ analyte }) => showsOpioidMedication(analyte));

const takes = (medications: readonly Medication[], map: readonly ExpectationRule[], on: Day): boolean =>
  medications.some(({ name, startedOn, endedOn }) => startedOn <= on && (endedOn === null || on <= endedOn) && isForOpioidUse(name, map));

/**
 * Whether this edit says that medication for opioid use has stopped, which starts the safety clock (program rule): there was some, and from today
 * on there is none. A switch to another, or another dose, is not a stop; an end that is still to come isn't yet.
 */
export const opioidMedicationStops = (
  before: readonly Medication[],
  after: readonly Medication[],
  map: readonly ExpectationRule[],
  today: Day,
): boolean => takes(before, map, addDays(today, 1)) && !takes(after, map, addDays(today, 1));
