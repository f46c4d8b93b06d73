import { hourNumber } from '#domain/attendance/words.ts';
import { dayInFull, dayMonth, weekdayShort } from '#domain/calendar/words.ts';
import { analyteName } from '#domain/drug-screens/analytes.ts';
import { measuredResult } from '#domain/drug-screens/breath-alcohol-words.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { screenCounts } from '#domain/drug-screens/counts.ts';
import { findingNames, markNames, responseNames, resultNames } from '#domain/drug-screens/words.ts';
import type { AnalyteReading, MarkCode, Response, ScreenEvent } from '#domain/drug-screens/interpret.ts';
import { hoursSentence } from '#domain/clients/journey-words.ts';
import type { Journey } from '#domain/clients/journey.ts';
import { observationWords } from '#domain/drug-screens/observation-words.ts';
import { laneToneOf } from './adjustment-lanes.ts';
import type { MatrixRow } from './matrix.ts';

/** 'Sat 21 November' */
const dayAloud = (on: Day): string => `${weekdayShort(on)} ${dayInFull(on).split(' ').slice(1, 3).join(' ')}`;

const answers: Partial<Record<MarkCode, string>> = {
  'U!': responseNames.due,
  'U+': responseNames['plan-adjusted'],
  U: responseNames['outcome-recorded'],
  'U=': responseNames.explained,
  'N!': `prescribed, ${responseNames.due}`,
  'N+': `prescribed, ${responseNames['plan-adjusted']}`,
  N: `prescribed, ${responseNames['outcome-recorded']}`,
};

const answersToHistory: Partial<Record<MarkCode, string>> = { U: responseNames.history, N: `prescribed, ${responseNames.history}` };

/** 'detected, presumptive, response due', with how far the answer to the whole event is. */
export function readingWords(reading: AnalyteReading, response: Response | null): string {
  if (reading.finding === 'pending') return resultNames.pending;
  const answer = (response === 'history' ? answersToHistory : answers)[reading.mark];
  const result = reading.measured === undefined ? resultNames[reading.result] : measuredResult(reading.measured, reading.result);
  return `${result}, ${answer ?? findingNames[reading.finding]}`;
}

/** 'collected', or the kind of missing with its reason. */
export function collectionWords(screen: ScreenEvent, mark: MarkCode | 'tick'): string {
  const watched = screen.observation === undefined ? null : observationWords(screen.observation);
  if (mark === 'tick') return watched === null ? 'collected' : `collected, ${watched}`;
  return screen.reason === null ? markNames[mark] : `${markNames[mark]}: ${screen.reason}`;
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

/** The line below the matrix: what is folded away, and what its bands and ticks mean. */
export function noteWords(journey: Pick<Journey, 'windows' | 'screens'>, collapsed: readonly MatrixRow[]): string {
  const counts = new Set(collapsed.map((row) => `${row.read - row.detected} of ${row.read}`));
  const quiet = collapsed.length === 0 ? null : `as expected every time${counts.size === 1 ? `, ${[...counts].join('')} each` : ''}.`;
  const carried = journey.windows
    .filter((window) => window.kind === 'carry-over')
    .map(
      (window) =>
        `Carry-over window for ${analyteName(window.analyte)} to ${dayMonth(window.to)} set by ${window.setBy} (shaded; detected inside it is underlined).`,
    );
  const agreed = listed(journey.windows.filter((window) => window.kind === 'non-target').map((window) => analyteName(window.analyte)));
  const ticked = journey.screens.some((screen) => screen.presumptive);
  return [
    quiet,
    ...carried,
    agreed === '' ? null : `Not a treatment target, agreed: ${agreed}.`,
    ticked ? 'Dotted tick under a diamond: presumptive.' : null,
  ]
    .filter((part) => part !== null)
    .join(' ');
}

export const moreAnalytes = (collapsed: number): string => `${collapsed} more ${collapsed === 1 ? 'analyte' : 'analytes'}`;

/** The facts of the drawing in at most 45 words. */
export function journeySummary(journey: Pick<Journey, 'weeks' | 'screens' | 'adjustments'>): string {
  const screens = screenCounts(journey.screens);
  const waiting = journey.adjustments.filter((one) => laneToneOf(one.state) === 'wait').length;
  return [
    hoursSentence(journey.weeks),
    `${screens.collected} of ${screens.due} scheduled screens collected; ${screens.asExpected} of ${screens.interpretable} interpretable as expected.`,
    `${journey.adjustments.length} plan ${journey.adjustments.length === 1 ? 'adjustment' : 'adjustments'}, ${waiting} waiting for a response.`,
  ].join(' ');
}

/** The stamp's parts after the time: what the screens rest on. */
export function journeyBasis(journey: Pick<Journey, 'screens'>): readonly string[] {
  const { collected, due, interpretable, byReading } = screenCounts(journey.screens);
  const left = [
    byReading.excused ? `${byReading.excused} excused` : null,
    byReading['cancelled-by-program'] ? `${byReading['cancelled-by-program']} cancelled by us` : null,
  ].filter((part) => part !== null);
  const leftOut = left.length === 0 ? '' : `; ${left.join(', ')} left out`;
  return [
    `${collected} of ${due} scheduled screens collected${leftOut}`,
    `${interpretable} interpretable`,
    "a negative doesn't rule out use",
  ];
}

export const journeyLabels = {
  title: (from: Day, to: Day) => `Journey, ${dayMonth(from)} to ${dayMonth(to)}`,
  weekOf: 'Week of',
  today: 'Today',
  phase: 'Phase',
  phaseWeek: (week: number) => `week ${week}`,
  onLeave: 'on leave',
  hours: 'Hours a week',
  hoursTotal: (delivered: number, prescribed: number) => `${hourNumber(delivered)} of ${hourNumber(prescribed)} h`,
  hoursNotKnown: 'not known',
  weeksMet: (met: number, full: number) => `${met} of ${full} weeks met`,
  prescribed: (hours: number, first: boolean) => `${hourNumber(hours)} h${first ? ' prescribed' : ''}`,
  soFar: 'so far',
  marks: 'Marks',
  collection: 'Collection',
  detected: (detected: number, read: number) => `detected ${detected} of ${read}`,
  count: (count: number, of: number) => `${count} of ${of}`,
  dose: (dose: string | null, from: Day) => `${dose ?? 'dose not recorded'} from ${dayMonth(from)}`,
  adjustments: 'Adjustments',
  item9: (answer: number) => `item 9: ${answer}`,
  week: (number: number) => `wk ${number}`,
  range: 'Range',
  rangeFrom: 'First day shown',
  rangeTo: 'Last day shown',
  grid: 'Screens. Arrow keys move, Enter opens.',
  cell: (row: string, on: Day, label: string) => `${row}, ${dayAloud(on)}, ${label}`,
};
