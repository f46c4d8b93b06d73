import type { CohortPerson, CountedPart } from '#contract/cohort.ts';
import { hoursBetween, type Instant } from '#domain/calendar/calendar.ts';
import type { HoursFact } from '#domain/cohort/measures.ts';
import { countedAs, type CohortRow, type Measured } from '#domain/cohort/rows.ts';
import type { CohortAnswer } from './responses.rows.ts';
import type { CohortScreen } from './screens.rows.ts';

/** A row of the list before it has a name. */
export type Nameless = Omit<CohortPerson, 'name' | 'chartNumber'>;
type Details = Pick<Nameless, 'open' | 'hours' | 'answerHours' | 'analytes'>;

/** Every row that the measure has something to say of, with how it counts. */
export const listed = <Fact>(rows: readonly CohortRow<Fact>[], measured: Measured<Fact>, details: (fact: Fact) => Details): Nameless[] =>
  rows.flatMap((row) => {
    const counted = countedAs(row, measured);
    if (counted === null) return [];
    const { open, ...rest } = details(row.fact);
    return [{ id: row.id, clientId: row.clientId, on: row.on, ...counted, ...rest, open: open && row.exclusion === null }];
  });

export const hoursDetails = ({ delivered, offered }: HoursFact): Details => ({
  open: false,
  hours: { delivered, offered },
  answerHours: null,
  analytes: [],
});

export const screenDetails = ({ analytes }: CohortScreen): Details => ({
  open: false,
  hours: null,
  answerHours: null,
  analytes: [...analytes],
});

export const answerDetails =
  (now: Instant) =>
  ({ receivedAt, answeredAt, analytes }: CohortAnswer): Details => ({
    open: answeredAt === null,
    hours: null,
    answerHours: hoursBetween(receivedAt, answeredAt ?? now),
    analytes: [...analytes],
  });

/** Whether a row is one of those asked for. */
export function isRequested({ countStatus, open }: Pick<Nameless, 'countStatus' | 'open'>, counted: CountedPart): boolean {
  switch (counted) {
    case 'all':
      return true;
    case 'counted':
      return countStatus !== 'left-out';
    case 'met':
    case 'not-met':
    case 'left-out':
      return countStatus === counted;
    case 'open':
      return open && countStatus === 'not-met';
    case 'waiting':
      return open;
  }
  return counted satisfies never;
}
