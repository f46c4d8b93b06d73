import { showsOpioidMedication } from '#domain/drug-screens/analytes.ts';
import { addDays, type Day } from '#domain/calendar/calendar.ts';
import { medicationsIn } from './medication-names.ts';
import { rulesFor, type ExpectationRule, type Medication } from './expectation.ts';

/** Whether this is a medication for opioid use, by what the program's map says it shows. */
export const isForOpioidUse = (medication: Pick<Medication, 'name' | 'dose'>, map: readonly ExpectationRule[]): boolean =>
  rulesFor(medication, map).some(({ analyte }) => showsOpioidMedication(analyte));

/** Whether this is naltrexone in any form: it shows on no cup, and whoever stops it has lost their tolerance. */
export const isNaltrexone = ({ name, dose }: Pick<Medication, 'name' | 'dose'>): boolean =>
  medicationsIn(name, dose).some((medication) => medication.startsWith('naltrexone'));

const takes = (medications: readonly Medication[], map: readonly ExpectationRule[], on: Day): boolean =>
  medications.some((one) => one.startedOn <= on && (one.endedOn === null || on <= one.endedOn) && isForOpioidUse(one, map));

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
