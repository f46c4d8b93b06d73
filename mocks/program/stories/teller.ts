import { addDays, daysFromTo, weekdayOf, weekOf, type Day } from '#domain/calendar.ts';
import type { Medication } from '#domain/medications.ts';
import { noAnswer, type Answer } from '../answers.ts';
import type { Frame } from '../frame.ts';
import { memberOf, type Group, type ProgramFixture } from '../house.ts';
import type { Authorized, Collection, ClientFixture, Booking } from '../life.ts';
import type { Diary, Session } from '../sessions.ts';
import { bookedIn, collectionFrom, hasCup, bookingFrom, type Token } from './tokens.ts';

export type World = { readonly programFixture: ProgramFixture; readonly diary: Diary; readonly frame: Frame };

export type Extra = { readonly session: Session; readonly token: Token };

export type Course = {
  readonly group: Group;
  readonly openedOn: Day;
  readonly medications: readonly Medication[];
  /** What an ordinary week looks like, one token for each of the group's weekdays. */
  readonly ordinary: readonly Token[];
  /** Weeks told otherwise, by their Monday. */
  readonly weeks?: ReadonlyMap<Day, readonly Token[]>;
  /** The last sessions before today, whatever weekday they fall on, oldest first. */
  readonly tail?: readonly Token[];
  readonly days?: ReadonlyMap<Day, Token>;
  readonly extras?: readonly Extra[];
};

type Sat = { readonly session: Session; readonly token: Token };

/** The sessions of a story up to a week from today, what came of their cups, and which collections are due today. */
export function sat(course: Course, { programFixture, diary, frame }: World): Pick<ClientFixture, 'bookings' | 'collections' | 'dueNext'> {
  const booked = daysFromTo(course.openedOn, addDays(frame.today, 7)).flatMap((on) => sessionOn(on, course, diary) ?? []);
  const groups = withTail(
    booked.filter(({ session }) => session.on < frame.today),
    course.tail ?? [],
  );
  const events = [...groups, ...(course.extras ?? []).filter(({ session }) => session.on < frame.today)].toSorted(byStart);
  const ahead = [...booked, ...(course.extras ?? [])].filter(({ session }) => session.on >= frame.today);
  return {
    bookings: [...events.map(({ session, token }): Booking => bookingFrom(session, token)), ...ahead.map(({ session }) => bookedIn(session))],
    collections: events
      .map(({ session, token }) => collectionFrom(session, token, programFixture, course.medications))
      .filter((one): one is Collection => one !== null),
    dueNext: ahead
      .filter(({ session, token }) => session.on === frame.today && hasCup(token))
      .map(({ session }) => ({ on: session.on, session })),
  };
}

const byStart = (a: Sat, b: Sat): number => (a.session.startsAt < b.session.startsAt ? -1 : 1);

function sessionOn(on: Day, { group, ordinary, weeks, days }: Course, diary: Diary): Sat | null {
  const nth = group.weekdays.indexOf(weekdayOf(on));
  const session = nth < 0 ? null : diary.sessionOf(group, on);
  const token = days?.get(on) ?? weeks?.get(weekOf(on))?.[nth] ?? ordinary[nth];
  return session === null || token === undefined ? null : { session, token };
}

const withTail = (past: readonly Sat[], tail: readonly Token[]): readonly Sat[] =>
  past.map(({ session, token }, index) => ({ session, token: tail[tail.length - past.length + index] ?? token }));

/** Tokens as one line. */
export const tokens = (line: string): readonly Token[] => line.trim().split(/\s+/);

/** An authorisation that runs well past today, with its review ahead. */
const authorized = (number: string, from: Day, { today }: Frame): Authorized => {
  const starts = addDays(today, -16);
  return {
    payer: 'Prairie Mutual',
    number,
    days: 15,
    from: from > starts ? from : starts,
    to: addDays(starts, 34),
    nextReviewOn: addDays(starts, 31),
  };
};

type Least = Pick<
  ClientFixture,
  | 'key'
  | 'person'
  | 'group'
  | 'openedOn'
  | 'primarySubstance'
  | 'hours'
  | 'phases'
  | 'medications'
  | 'goals'
  | 'scores'
  | 'bookings'
  | 'collections'
  | 'dueNext'
>;

/** A story with what it doesn't mention left at nothing, on R. Ortiz's caseload. Its answers are by the adjustment's number. */
export const story = (events: Least & Partial<ClientFixture>, answers: readonly Answer[], { programFixture, frame }: World): ClientFixture => ({
  therapist: memberOf(programFixture, 'ortiz'),
  admissionSource: 'own decision',
  discharge: null,
  leaves: [],
  windows: [],
  authorizations: [authorized(`DEMO-${events.person.chart}`, events.openedOn, frame)],
  contacts: [],
  concerns: [],
  snoozes: [],
  begunByHand: [],
  answerFor: ({ number }) => answers[number - 1] ?? noAnswer,
  ...events,
});
