import { dayAt, type Day, type Instant, type Zone } from '#domain/calendar/calendar.ts';
import { dayWords } from '#domain/calendar/words.ts';
import type { Meeting } from './meetings.ts';
import { hoursWords, weekdayWord } from './meetings-words.ts';
import { timesWords } from './words.ts';

type Led = { readonly title: string; readonly startsAt: Instant; readonly endsAt: Instant };

type Clashes = {
  readonly on: Day;
  /** What the closure of that day is called; null where there is none. */
  readonly closure: string | null;
  readonly leader: string | null;
  readonly led: readonly Led[];
  /** How many who are booked are booked in another session at that time. */
  readonly bookedElsewhere: number;
};

/** What to know about the time of a session; none of it is a reason to refuse. */
export const sessionWarnings = ({ on, closure, leader, led, bookedElsewhere }: Clashes, zone: Zone): string[] => [
  ...(closure === null ? [] : [`The program is closed on ${dayWords(on)}: ${closure}.`]),
  ...alsoLeadsWords(leader, led, zone),
  ...(bookedElsewhere === 0
    ? []
    : [
        bookedElsewhere === 1
          ? 'One person booked here is booked in another session at that time.'
          : `${bookedElsewhere} people booked here are booked in another session at that time.`,
      ]),
];

/** What somebody also leads while a session is held. */
export const alsoLeadsWords = (leader: string | null, led: readonly Led[], zone: Zone): string[] =>
  leader === null
    ? []
    : led.map(
        ({ title, startsAt, endsAt }) =>
          `${leader} also leads ${title}, ${dayWords(dayAt(startsAt, zone))} ${timesWords({ startsAt, endsAt, timesKnown: true }, zone)}.`,
      );

/** What somebody also leads at the time of a meeting. */
export const alsoLeadsMeetingsWords = (leader: string | null, led: readonly (Meeting & { readonly group: string })[]): string[] =>
  leader === null
    ? []
    : led.map(
        ({ group, weekday, startsAt, endsAt }) => `${leader} also leads ${group}, ${weekdayWord(weekday)} ${hoursWords(startsAt, endsAt)}.`,
      );

/** Make-ups of other groups that were booked in sessions that are gone. */
export const makeUpsGoneWords = (count: number): string[] => {
  if (count === 0) return [];
  return [
    count === 1
      ? 'One make-up was booked in a session that is gone. Find another on the roster of the group that was missed.'
      : `${count} make-ups were booked in sessions that are gone. Find others on the rosters of the groups that were missed.`,
  ];
};

/** More belong to a group than it has room for. */
export const overCapacityWords = (name: string, capacity: number | null, people: number): string =>
  `${name} has room for ${capacity} and now has ${people} on its roster.`;
