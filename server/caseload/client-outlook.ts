import { dayAt, weekOf, type Day, type Instant } from '#domain/calendar/calendar.ts';
import { lasting, type Lasting } from '#domain/caseload/lasting.ts';
import type { GoodNews, Need } from '#domain/caseload/order.ts';
import { notSnoozed, type Snooze } from '#domain/caseload/snooze.ts';
import { turningPoints } from '#domain/caseload/turning-points.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { goodNewsIn, needsIn } from './client-needs.ts';
import { eventsAt } from '#server/drug-screens/events-at.ts';
import { factsAt, type ClientRecords, type Loaded } from './facts-at.ts';

type Reading = Pick<Context, 'now' | 'settings' | 'open'>;

type Task = Pick<Need, 'kind' | 'tier' | 'dueAt' | 'adjustmentId'> & { readonly about: string | null; readonly snoozed: boolean };

/** What a client needs from the beginning of the clinic's day on, and what is worth saying out loud, if nothing else is written. */
export type Outlook = {
  readonly from: Instant;
  readonly until: Instant;
  readonly tasks: readonly Lasting<Task>[];
  readonly goodNews: readonly Lasting<Pick<GoodNews, 'kind'>>[];
};

/** Today's rules asked at each moment at which time alone can change their answer. */
export function outlookOf(records: ClientRecords, snoozes: readonly Snooze[], { now, settings, open }: Reading): Outlook {
  const { zone } = records;
  const today = dayAt(now, zone);
  const moments = turningPoints(records.served, today, zone);
  const begun = factsAt(records, { now: moments[0] ?? now, settings });
  const weeks = begun.weeks.filter(({ week }) => week < weekOf(today));
  const events = new Map(moments.map((moment) => dayAt(moment, zone)).map((on) => [on, eventsAt(records.screens, on, settings)]));
  const answersAt = (moment: Instant) => {
    const on = dayAt(moment, zone);
    return answersOf(factsAt(records, { now: moment, settings }, { weeks, events: events.get(on) ?? [] }), snoozes, on, {
      now: moment,
      settings,
      open,
    });
  };
  const answers = new Map(moments.map((moment) => [moment, answersAt(moment)]));
  const at =
    <Part extends 'tasks' | 'goodNews'>(part: Part) =>
    (moment: Instant) =>
      answers.get(moment)?.[part] ?? [];
  return {
    from: moments[0] ?? now,
    until: moments.at(-1) ?? now,
    tasks: lasting(moments, at('tasks'), (task) => Object.values(task).join('|')),
    goodNews: lasting(moments, at('goodNews'), ({ kind }) => kind),
  };
}

function answersOf(facts: Loaded, snoozes: readonly Snooze[], on: Day, reading: Reading) {
  const needs = needsIn(facts, reading);
  const seen = notSnoozed(needs, snoozes, on);
  return {
    tasks: needs.map((need): Task => {
      const { kind, tier, dueAt, adjustmentId, about } = need;
      return { kind, tier, dueAt, adjustmentId, about: about?.id ?? null, snoozed: !seen.includes(need) };
    }),
    goodNews: goodNewsIn(facts, reading).map(({ kind }) => ({ kind })),
  };
}
