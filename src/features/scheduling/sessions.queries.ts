import { queryOptions } from '@tanstack/react-query';
import { call } from '#api/client.ts';
import { sessions as sessionsContract } from '#contract/scheduling-sessions.ts';
import { addDays, weekOf, type Day } from '#domain/calendar/calendar.ts';

/** What of the schedule is shown: it is all in the address. */
export type Shown = {
  /** Null is the clinic's own today. */
  readonly on: Day | null;
  readonly week: boolean;
  readonly program: string | null;
  readonly site: string | null;
};

export const sessions = {
  /** The sessions of a day, or of the week that it is in. The server alone knows what day it is there. */
  shown: ({ on, week, program, site }: Shown, today: Day | null) => {
    const day = on ?? today;
    const span = week && day !== null ? { on: weekOf(day), until: addDays(weekOf(day), 6) } : on === null ? {} : { on };
    return queryOptions({
      queryKey: ['sessions', span.on ?? 'today', week ? 'week' : 'day', program, site],
      queryFn: ({ signal }) =>
        call(sessionsContract.ofDay, { ...span, ...(program === null ? {} : { program }), ...(site === null ? {} : { site }) }, { signal }),
    });
  },
};
