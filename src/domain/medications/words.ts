import { dayMonth } from '#domain/calendar/words.ts';
import type { Day } from '#domain/calendar/calendar.ts';

type Taken = { readonly name: string; readonly dose: string | null; readonly startedOn: Day; readonly endedOn: Day | null };

const called = ({ name, dose }: Taken): string => (dose === null ? name : `${name} ${dose}`);

export const takenReason = (medication: Taken): string => `${called(medication)} since ${dayMonth(medication.startedOn)}`;

export const startingReason = (medication: Taken, appears: Day): string =>
  `${takenReason(medication)}, may not show before ${dayMonth(appears)}`;

export const clearingReason = (medication: Taken, clears: Day): string =>
  `${called(medication)} until ${dayMonth(medication.endedOn ?? medication.startedOn)}, may show to ${dayMonth(clears)}`;
