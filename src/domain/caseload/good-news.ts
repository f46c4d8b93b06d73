import { cameBackOn } from '#domain/attendance/lost-contact.ts';
import { weeksMetRunning } from '#domain/attendance/hours-totals.ts';
import { addDays, dayAt, weekOf, type Day, type Instant, type Zone } from '#domain/calendar/calendar.ts';
import type { ClientFacts, GoodNews } from './order.ts';
import { isAsExpected } from '#domain/drug-screens/event-reading.ts';
import { movedUp } from '#domain/care-plan/goals.ts';
import type { WeekOfCare } from '#domain/clients/journey.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';

/** What is worth saying out loud: criteria met, a goal up a level, expected screens, hours met, back after lost contact. */
export function goodNewsOf(facts: ClientFacts, now: Instant, settings: ProgramSettings, zone: Zone): readonly GoodNews[] {
  const today = dayAt(now, zone);
  const news: (GoodNews | null)[] = [
    criteriaMet(facts),
    ...facts.goals.map((goal) => goalUp(goal, addDays(today, -7))),
    screensExpected(facts, today, settings),
    hoursMet(facts.weeks, settings),
    backInContact(facts, now, zone),
  ];
  return news.filter((one) => one !== null);
}

const criteriaMet = ({ phase }: ClientFacts): GoodNews | null =>
  phase === null || phase.of === 0 || phase.met < phase.of
    ? null
    : { kind: 'criteria-met', phase: phase.number, met: phase.met, of: phase.of };

function goalUp(goal: ClientFacts['goals'][number], since: Day): GoodNews | null {
  const up = movedUp(goal.ratings, since);
  return up === null ? null : { kind: 'goal-up', number: goal.number, title: goal.title, from: up.from, to: up.to };
}

function screensExpected({ screens }: ClientFacts, today: Day, { expectedStreak }: ProgramSettings): GoodNews | null {
  const last = screens
    .filter(({ on }) => on <= today)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .slice(-expectedStreak.of);
  const expected = last.filter(isAsExpected).length;
  return last.length < expectedStreak.of || expected < expectedStreak.atLeast
    ? null
    : { kind: 'screens-expected', expected, of: expectedStreak.of };
}

function hoursMet(weeks: readonly WeekOfCare[], { hoursMetWeeks }: ProgramSettings): GoodNews | null {
  const running = weeksMetRunning(weeks);
  return running < hoursMetWeeks ? null : { kind: 'hours-met', weeks: running };
}

function backInContact({ sessions, leaves, weeks }: ClientFacts, now: Instant, zone: Zone): GoodNews | null {
  const back = cameBackOn(sessions, leaves, now, zone);
  const today = dayAt(now, zone);
  if (back === null || back < addDays(today, -7)) return null;
  const last = weeks.find(({ week }) => week === addDays(weekOf(today), -7));
  const lastWeek =
    last === undefined || last.delivered === null || last.prescribed === null
      ? null
      : { delivered: last.delivered, prescribed: last.prescribed };
  return { kind: 'back-in-contact', on: back, lastWeek };
}
