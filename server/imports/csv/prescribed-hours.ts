import type { Day } from '#domain/calendar/calendar.ts';
import { needed, type Kind } from './kind.ts';

export type PrescribedHoursRow = { readonly chartNumber: string; readonly hoursPerWeek: number; readonly fromOn: Day };

/** Hours a week that were prescribed, each from its day on. A client without a row has hours that nobody knows, not none. */
export const prescribedHours: Kind<PrescribedHoursRow> = {
  id: 'prescribed-hours',
  name: 'prescribed hours',
  sign: 'hours_per_week',
  columns: [
    needed('chart_number', "The client's chart number"),
    needed('hours_per_week', 'Hours, 0 to 60'),
    needed('from_on', 'First day they hold'),
  ],
  answers: [],
  read: (cells) => {
    const chartNumber = cells.code('chart_number', 40);
    const hoursPerWeek = cells.number('hours_per_week', 0, 60);
    const fromOn = cells.day('from_on');
    return chartNumber === null || hoursPerWeek === null || fromOn === null ? null : { chartNumber, hoursPerWeek, fromOn };
  },
  keyOf: ({ chartNumber, fromOn }) => `${chartNumber} ${fromOn}`,
};
