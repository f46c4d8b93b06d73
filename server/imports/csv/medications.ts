import type { Day } from '#domain/calendar/calendar.ts';
import { needed, optional, type Kind } from './kind.ts';

export type MedicationRow = {
  readonly chartNumber: string;
  readonly name: string;
  readonly dose: string | null;
  readonly startedOn: Day;
  readonly endedOn: Day | null;
};

/** Medications with their days, one row a span of one dose. They decide what a screen should show, so they are stored before the screens. */
export const medications: Kind<MedicationRow> = {
  id: 'medications',
  name: 'medications',
  sign: 'started_on',
  columns: [
    needed('chart_number', "The client's chart number"),
    needed('name', 'Name of the medication'),
    optional('dose', 'As prescribed, for example 12 mg'),
    needed('started_on', 'First day at this dose'),
    optional('ended_on', 'Last day at this dose. Empty while it is taken'),
  ],
  answers: [],
  read: (cells) => {
    const chartNumber = cells.code('chart_number', 40);
    const name = cells.text('name');
    const dose = cells.text('dose', 100);
    const startedOn = cells.day('started_on');
    const endedOn = cells.day('ended_on');
    if (startedOn !== null && endedOn !== null && endedOn < startedOn) cells.wrong('ended_on', { code: 'ended-before-started' });
    if (chartNumber === null || name === null || startedOn === null) return null;
    return { chartNumber, name, dose, startedOn, endedOn };
  },
  keyOf: ({ chartNumber, name, startedOn }) => `${chartNumber} ${startedOn} ${name}`,
};
