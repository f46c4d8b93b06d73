import { hoursTotals } from '#domain/attendance/hours-totals.ts';
import { hourNumber } from '#domain/attendance/words.ts';
import { dueWords } from '#domain/calendar/words.ts';
import { hoursBetween, type Instant, type Zone } from '#domain/calendar/calendar.ts';
import type { Adjustment } from '#domain/adjustments/open.ts';
import { screenCounts } from '#domain/drug-screens/counts.ts';
import type { ScreenEvent } from '#domain/drug-screens/interpret.ts';
import { changeSinceAdmission } from '#domain/instruments/instruments.ts';
import type { GoalLine, InstrumentLine, WeekOfCare } from './journey.ts';
import { movedUp } from '#domain/care-plan/goals.ts';
import type { Day } from '#domain/calendar/calendar.ts';

type Summary = {
  readonly weeks: readonly WeekOfCare[];
  readonly screens: readonly ScreenEvent[];
  readonly adjustments: readonly Adjustment[];
  readonly instruments: readonly InstrumentLine[];
  readonly goals: readonly GoalLine[];
  readonly admittedOn: Day;
  readonly now: Instant;
  readonly zone: Zone;
};

/** How a person is doing and what the team did, in a few short sentences. What isn't known is said or left out, never shown as zero. */
export function summaryOf(breath: Summary): string[] {
  return [
    hoursSentence(breath.weeks),
    screensSentence(breath),
    ...breath.instruments.slice(0, 1).map(instrumentSentence),
    goalSentence(breath),
  ].filter((sentence) => sentence !== null);
}

/** 'Delivered 201.5 of 233 prescribed hours.' What isn't known is said, never counted as none, and what is prescribed for no day yet isn't unknown. */
export function hoursSentence(weeks: readonly WeekOfCare[]): string {
  const totals = hoursTotals(weeks);
  const delivered = weeks.filter((week) => week.delivered !== null);
  if (weeks.length === 0) return 'No hours yet.';
  if (delivered.length === 0) return 'Hours aren’t known.';
  if (totals.unknown === weeks.length) {
    const hours = delivered.reduce((sum, week) => sum + (week.delivered ?? 0), 0);
    return `Delivered ${hourNumber(hours)} hours; prescribed hours aren’t known.`;
  }
  if (totals.prescribed === 0) return `Delivered ${hourNumber(totals.delivered)} hours; none were prescribed for these days.`;
  return `Delivered ${hourNumber(totals.delivered)} of ${hourNumber(totals.prescribed)} prescribed hours.`;
}

function screensSentence({ screens, adjustments, now, zone }: Summary): string | null {
  const counts = screenCounts(screens);
  if (counts.slots === 0 && screens.length === 0) return 'No screens yet.';
  const due = adjustments.filter(({ trigger, amendedAt }) => trigger === 'screen' && amendedAt === null);
  const answered = due.flatMap(({ signedAt, explainedAt, openedAt }) => {
    const at = signedAt ?? explainedAt;
    return at === null ? [] : [Math.round(hoursBetween(openedAt, at))];
  });
  const open = due.filter(({ signedAt, explainedAt }) => signedAt === null && explainedAt === null);
  const asExpected = `${counts.asExpected} of ${counts.interpretable} interpretable screens as expected`;
  if (due.length === 0) return `${asExpected}.`;
  const parts = [
    `${due.length} needed an answer`,
    answered.length === 0 ? null : `${answered.length} answered in ${listOf(answered.map((hours) => `${hours} h`))}`,
    ...open.map(({ talkedAt, talkDueAt, signDueAt }) => `1 is due ${dueWords(talkedAt === null ? talkDueAt : signDueAt, now, zone)}`),
  ];
  return `${asExpected}; ${parts.filter((part) => part !== null).join(', ')}.`;
}

const listOf = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

function instrumentSentence({ instrument, scores }: InstrumentLine): string | null {
  const change = changeSinceAdmission(instrument, scores);
  return change === null ? null : `${instrument} from ${change.from} to ${change.to}.`;
}

function goalSentence({ goals, admittedOn }: Summary): string | null {
  const moved = goals.find((goal) => movedUp(goal.ratings, admittedOn) !== null);
  const up = moved === undefined ? null : movedUp(moved.ratings, admittedOn);
  return moved === undefined || up === null ? null : `${moved.title} is at ${up.to > 0 ? `+${up.to}` : up.to}.`;
}
