import type { Instant } from '#domain/calendar/calendar.ts';

type Hours = { readonly startsAt: Instant; readonly endsAt: Instant };

/** A session that is here already on the day of a row. */
export type SessionHere = Hours & {
  readonly id: string;
  /** The key under which another system's file brought it; null where it was planned or added here. */
  readonly outsideKey: string | null;
  readonly programId: string;
  readonly groupId: string | null;
  readonly groupName: string | null;
  readonly service: string;
  readonly title: string;
  readonly timesKnown: boolean;
  /** The row's client is booked or marked in it. */
  readonly hasClient: boolean;
};

/** What a row of another system says of its session, under a key that nobody knows here. */
export type SessionGiven = {
  readonly programId: string;
  readonly groupId: string | null;
  readonly service: string;
  /** Null where the file doesn't say what it is called. */
  readonly title: string | null;
  readonly times: Hours | null;
  /** The client's own times, where they have some. */
  readonly own: Hours | null;
};

/** The session that a row is about; those that it may be about, where only a person can tell; or none of those that are here. */
export type SessionMet =
  | { readonly is: 'this'; readonly session: SessionHere }
  | { readonly is: 'perhaps'; readonly sessions: readonly SessionHere[] }
  | null;

const plain = (text: string): string => text.trim().replaceAll(/\s+/g, ' ').toLowerCase();

const overlap = (one: Hours, other: Hours): boolean => one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/**
 * Which session here a row of another system is about, so that nobody's evening counts twice (program rule). A planned session is met by its group or its
 * name and its start. Between a record with times and one with minutes alone only group or name can tell; where neither does and the client is in a
 * session of that kind on the day, a person is asked. Two records with times of their own stay two: their hours count once.
 */
export function sessionMet(given: SessionGiven, here: readonly SessionHere[]): SessionMet {
  const ofProgram = here.filter(({ programId }) => programId === given.programId);
  if (given.times !== null) {
    const { startsAt } = given.times;
    const planned = ofProgram.find((one) => one.outsideKey === null && one.timesKnown && one.startsAt === startsAt && isNamed(given, one));
    if (planned !== undefined) return { is: 'this', session: planned };
  }
  const { own } = given;
  const others = ofProgram.filter(
    (one) =>
      one.service === given.service && one.timesKnown === (given.times === null) && (own === null || !one.timesKnown || overlap(own, one)),
  );
  const called = others.filter((one) => isNamed(given, one));
  const ofClient = called.filter(({ hasClient }) => hasClient);
  const [one, another] = ofClient.length === 1 ? ofClient : called;
  if (one !== undefined) return another === undefined ? { is: 'this', session: one } : { is: 'perhaps', sessions: called };
  const attended = others.filter(({ hasClient }) => hasClient);
  const [only, second] = attended;
  if (only === undefined) return null;
  return given.title === null && given.groupId === null && second === undefined
    ? { is: 'this', session: only }
    : { is: 'perhaps', sessions: attended };
}

function isNamed({ groupId, title }: SessionGiven, one: SessionHere): boolean {
  if (groupId !== null && one.groupId !== null) return groupId === one.groupId;
  return title !== null && [one.title, one.groupName ?? ''].some((name) => plain(name) === plain(title));
}
