import type { CohortPeople, CohortPerson, CountedPart } from '#contract/cohort.ts';
import { hourNumber } from '#domain/attendance/words.ts';
import type { CountStatus } from '#domain/cohort/rows.ts';
import type { MeasureKind } from '#domain/cohort/measures.ts';
import { countNumber } from '#domain/statistics/count-words.ts';
import { analyteList } from '#domain/drug-screens/words.ts';
import { reasonName } from './cohort-words.ts';

export const peopleWords = {
  back: 'Cohort',
  waiting: 'the list',
  which: 'Which rows',
  columns: { client: 'Client', chart: 'Chart', on: 'Date', week: 'Week of', summary: 'What it says', counted: 'Counted as' },
  none: 'Nobody is in this list.',
  showAll: 'Show everything',
  people: (people: number) => (people === 1 ? '1 client' : `${countNumber(people)} clients`),
  sortedBy: (head: string, down: boolean) => `Sorted by ${head.toLowerCase()}, ${down ? 'last first' : 'first first'}`,
};

const rowNouns: Readonly<Record<MeasureKind, readonly [string, string]>> = {
  answered: ['result', 'results'],
  collected: ['screen', 'screens'],
  hours: ['client-week', 'client-weeks'],
  unexpected: ['screen', 'screens'],
};

const sides: Readonly<Record<MeasureKind, Readonly<Record<Exclude<CountStatus, 'left-out'>, string>>>> = {
  answered: { met: 'In time', 'not-met': 'Not in time' },
  collected: { met: 'Collected', 'not-met': 'Not handed over' },
  hours: { met: 'In full', 'not-met': 'Not in full' },
  unexpected: { met: 'Unexpected', 'not-met': 'Nothing unexpected' },
};

/** The name of one side of a list, and of a row in it. */
export function countedName(measure: MeasureKind, counted: CountedPart): string {
  switch (counted) {
    case 'counted':
      return 'Counted';
    case 'met':
    case 'not-met':
      return sides[measure][counted];
    case 'open':
      return 'Still open';
    case 'waiting':
      return 'Waiting for us';
    case 'left-out':
      return 'Left out';
    case 'all':
      return 'All';
  }
  return counted satisfies never;
}

/** How many rows each part of the list has; null where the measure has no such part. */
export function countOf({ measure, tally, open, waiting }: CohortPeople, counted: CountedPart): number | null {
  const timed = measure === 'answered';
  switch (counted) {
    case 'counted':
      return tally.met + tally.notMet;
    case 'met':
      return tally.met;
    case 'not-met':
      return tally.notMet;
    case 'open':
      return timed ? open : null;
    case 'waiting':
      return timed ? waiting : null;
    case 'left-out':
      return tally.leftOut;
    case 'all':
      return tally.met + tally.notMet + tally.leftOut;
  }
  return counted satisfies never;
}

/** '22 results of 14 clients' */
export function countLine({ measure, total, clients }: CohortPeople): string {
  const [one, many] = rowNouns[measure];
  return `${countNumber(total)} ${total === 1 ? one : many} of ${peopleWords.people(clients)}`;
}

const lasting = (hours: number): string =>
  hours >= 72 ? `${Math.floor(hours / 24)} d ${Math.floor(hours % 24)} h` : `${Math.floor(hours)} h`;
const capital = (text: string): string => text.replace(/^./, (first) => first.toUpperCase());

/** What the row's event or week says, in one line. */
export function summaryOf(measure: MeasureKind, row: CohortPerson): string {
  switch (measure) {
    case 'answered':
      return [row.analytes.length === 0 ? 'Specimen not valid' : capital(analyteList(row.analytes)), answerSummary(row)].join(': ');
    case 'collected':
      return row.countStatus === 'met' ? 'Handed over' : capital(reasonName(row.reason ?? 'not-collected'));
    case 'unexpected':
      if (row.analytes.length > 0) return `${capital(analyteList(row.analytes))}, unexpected`;
      return row.reason === null ? 'Nothing unexpected' : capital(reasonName(row.reason));
    case 'hours':
      return hoursSummary(row);
  }
  return measure satisfies never;
}

function answerSummary({ open, reason, answerHours }: CohortPerson): string {
  if (reason === 'corrected') return 'the result was corrected';
  const time = lasting(answerHours ?? 0);
  if (open) return `open for ${time}`;
  return reason === 'explained' ? `explained after ${time}` : `answered after ${time}`;
}

function hoursSummary({ hours, reason }: CohortPerson): string {
  if (reason === 'nothing-offered') return 'Nothing was offered that week';
  const delivered = hours?.delivered ?? null;
  const offered = hours?.offered ?? null;
  if (delivered === null)
    return offered === null ? 'Attendance and prescribed hours not known' : `Attendance not known, ${hourNumber(offered)} h offered`;
  return offered === null
    ? `${hourNumber(delivered)} h, prescribed hours not known`
    : `${hourNumber(delivered)} of ${hourNumber(offered)} h offered`;
}

/** 'In time', 'Left out: not yet due', 'Nothing unexpected: prescribed, not detected' */
export const countedAsWords = (measure: MeasureKind, { countStatus, reason }: CohortPerson): string =>
  countStatus === 'left-out' && reason !== null
    ? `Left out: ${reasonName(reason).replace(/^with /, '')}`
    : countedName(measure, countStatus);
