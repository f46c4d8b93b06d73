import { addDays, daysBetween, momentOf, type Day } from '#domain/calendar.ts';
import { minutesAfter, type Frame } from '../frame.ts';
import type { Authorized, Concern, ContactTry, ClientFixture, Booking, ScoreTaken } from '../life.ts';
import type { Stay } from './stays.ts';

const payers = ['Prairie Mutual', 'Lakeshore Health Plan', 'State Medicaid (demo)', 'Three Rivers Insurance'] as const;

/** Thirty-day authorisations back to back; the one that runs has its review a few days before its end. */
export function authorizationsOf(
  { key, index, openedOn, lastServiceOn, closedOn, calm, dice }: Stay,
  { today }: Frame,
): readonly Authorized[] {
  const payer = dice.pick(payers);
  const end = closedOn ?? addDays(today, calm ? dice.whole(12, 27) : dice.whole(2, 27));
  const list: Authorized[] = [];
  for (let to = end; to >= openedOn && list.length < 6; to = addDays(to, -30)) {
    const from = addDays(to, -29);
    const running = closedOn === null && to === end;
    list.unshift({
      payer,
      number: `DEMO-${1000 + index}-${list.length + 1}`,
      days: 15,
      from: from < openedOn ? openedOn : from,
      to,
      nextReviewOn: running ? addDays(to, -3) : null,
    });
  }
  return list.length === 0
    ? [{ payer, number: `DEMO-${key}`, days: 15, from: openedOn, to: addDays(lastServiceOn, 29), nextReviewOn: null }]
    : list;
}

/** PHQ-9 and GAD-7 at admission and about every four weeks, coming down unevenly. */
export function scoresOf({ openedOn, lastServiceOn, closedOn, calm, dice }: Stay, { today }: Frame): readonly ScoreTaken[] {
  const end = closedOn === null ? addDays(today, -1) : lastServiceOn;
  const taken: ScoreTaken[] = [];
  for (const [instrument, start, most, noise] of [
    ['PHQ-9', dice.normal(13.5, 5), 27, 2.2],
    ['GAD-7', dice.normal(11, 4.5), 21, 1.7],
  ] as const) {
    const pace = calm ? dice.normal(0.55, 0.15) : dice.normal(0.35, 0.3);
    let lowest: number = most;
    for (let on = addDays(openedOn, 1), nth = 0; on <= end; on = addDays(on, 28), nth += 1) {
      const meant = Math.max(0, Math.min(most, Math.round(start * (1 - pace * (1 - Math.exp(-nth / 2))) + dice.normal(0, noise))));
      const score = calm ? Math.min(meant, lowest + 3) : meant;
      lowest = Math.min(lowest, score);
      taken.push({ instrument, on, score, item9: instrument === 'PHQ-9' ? Number(score >= 12 && dice.chance(0.07)) : null });
    }
  }
  return taken;
}

/** Item 9 above 0 opens the safety clock the same day; the on-call clinician was told and the check recorded. */
export const concernsOf = (scores: readonly ScoreTaken[], { zone }: Frame): readonly Concern[] =>
  scores
    .filter(({ item9 }) => item9 !== null && item9 > 0)
    .map(({ on }) => {
      const openedAt = momentOf(on, '10:15', zone);
      return {
        openedAt,
        trigger: 'item-9',
        notified: 'On-call clinician',
        notifiedAt: minutesAfter(openedAt, 9),
        closedAt: minutesAfter(openedAt, 80),
      };
    });

/** A call after most absences; and where nobody has been in for three days, a call that was answered. */
export function contactsOf({ calm, closedOn, dice }: Stay, bookings: readonly Booking[], { today, zone }: Frame): readonly ContactTry[] {
  const tries = bookings
    .filter(({ status, session }) => status === 'absent' && session.on < addDays(today, -1) && dice.chance(0.6))
    .map(({ session }): ContactTry => {
      const reached = dice.chance(0.55);
      return {
        at: momentOf(addDays(session.on, 1), '10:40', zone),
        method: reached ? 'phone' : dice.pick(['voicemail', 'text']),
        twoWay: reached,
        note: null,
      };
    });
  const seen = bookings.findLast(({ minutes }) => minutes !== null && minutes > 0)?.session.on;
  if (!calm || closedOn !== null || (seen !== undefined && daysBetween(seen, today) < 4)) return tries;
  const at = momentOf(addDays(today, -2), '11:20', zone);
  return tries.some((one) => one.at === at) ? tries : [...tries, { at, method: 'phone', twoWay: true, note: 'Check-in between groups' }];
}

/** A few are away for a week or so, agreed before. */
export function leavesOf({ openedOn, lastServiceOn, closedOn, dice }: Stay, { today }: Frame): ClientFixture['leaves'] {
  const from: Day = addDays(openedOn, dice.whole(20, 60));
  const to = addDays(from, dice.whole(5, 9));
  const reason = dice.pick(['family funeral', 'surgery', 'travel for work', 'custody hearing out of state']);
  const fits = to < addDays(lastServiceOn, -10) && (closedOn !== null || to < addDays(today, -15));
  return fits && dice.chance(0.06) ? [{ from, to, reason }] : [];
}
