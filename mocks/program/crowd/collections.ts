import { addDays, daysBetween, weekOf, type Day } from '#domain/calendar.ts';
import { isNotValid, type AnalyteWindow, type CollectionOutcome, type Result, type Validity } from '#domain/drug-screens.ts';
import type { Medication } from '#domain/medications.ts';
import { cup, notHandedOver } from '../cups.ts';
import { minutesAfter, type Frame } from '../frame.ts';
import type { ProgramFixture } from '../house.ts';
import type { Collection, Booking } from '../life.ts';
import type { Dice } from '../random.ts';
import { shownBy } from './findings.ts';
import { quietOn, type Stay } from './stays.ts';
import type { Use } from './substances.ts';

type Facts = {
  readonly stay: Stay;
  readonly use: Use;
  readonly medications: readonly Medication[];
  readonly windows: readonly AnalyteWindow[];
  readonly programFixture: ProgramFixture;
  readonly frame: Frame;
};

/** Two of each week's sessions, at random, carry a scheduled collection; nobody knows which before it opens. */
export function slotsAmong(bookings: readonly Booking[], dice: Dice): readonly Booking[] {
  const byWeek = Map.groupBy(
    bookings.filter(({ session }) => session.group !== null),
    ({ session }) => weekOf(session.on),
  );
  return [...byWeek.values()].flatMap((week) => {
    const spared = week.length > 2 ? dice.whole(0, week.length - 1) : -1;
    return week.filter((_, index) => index !== spared);
  });
}

const handedOver: readonly [readonly [CollectionOutcome, number], ...(readonly [CollectionOutcome, number])[]] = [
  ['collected', 93.6],
  ['declined', 2.2],
  ['unable', 1.6],
  ['cancelled-by-program', 1.4],
  ['not-collected', 1.2],
];

const validities: readonly [readonly [Validity, number], ...(readonly [Validity, number])[]] = [
  ['valid', 93.6],
  ['dilute', 3.4],
  ['not-tested', 2.2],
  ['invalid', 0.6],
  ['substituted', 0.1],
  ['adulterated', 0.1],
];

/** What came of each slot before today. */
export function collectionsOf(slots: readonly Booking[], facts: Facts): readonly Collection[] {
  const past = slots.filter(({ session }) => session.on < facts.frame.today);
  return past.map((booking, index) => collectionAt(booking, past.length - index, facts));
}

/** Now and then a cup is asked for outside the schedule, at an hour with the therapist. */
export const forCause = (others: readonly Booking[], facts: Facts): readonly Collection[] =>
  others
    .filter(
      ({ session, status }) =>
        session.service === 'individual' && session.on < facts.frame.today && status === 'present' && facts.stay.dice.chance(0.03),
    )
    .map((booking) => ({ ...read(booking.session.on, booking, 'valid', facts), scheduled: false }));

/** Which of the last ten, counted back, was not handed over and which was too dilute to read: another two for each stay. */
function blemishesOf(index: number): readonly [number, number] {
  const missedAt = 2 + (index % 8);
  const weakAt = 2 + ((index * 3 + 5) % 8);
  return [missedAt, weakAt === missedAt ? 10 : weakAt];
}

function collectionAt(booking: Booking, fromLast: number, facts: Facts): Collection {
  const { dice, calm, closedOn } = facts.stay;
  const { session } = booking;
  if (session.cancelledBecause !== null) return notHandedOver(session, 'cancelled-by-program', facts.programFixture);
  if (booking.status === 'excused') return notHandedOver(session, 'excused', facts.programFixture);
  if (booking.status === 'absent' || booking.status === 'booked') return notHandedOver(session, 'not-collected', facts.programFixture);
  if (booking.telehealth && session.group?.telehealth !== true) return notHandedOver(session, 'cancelled-by-program', facts.programFixture);
  const drawn = dice.weighted(handedOver);
  const quiet = quietOn(session.on, facts.stay, facts.frame.today);
  const outcome = quiet && drawn === 'not-collected' ? 'collected' : drawn;
  // A quiet stay isn't a perfect one: something among its last ten was not handed over, or could not be read.
  const [missedAt, weakAt] = blemishesOf(facts.stay.index);
  if (calm && closedOn === null && fromLast === missedAt)
    return notHandedOver(session, dice.pick(['unable', 'declined', 'excused']), facts.programFixture);
  if (outcome !== 'collected') return notHandedOver(session, outcome, facts.programFixture);
  const rolled = calm && closedOn === null && fromLast === weakAt ? 'dilute' : dice.weighted(validities);
  const validity = quiet && isNotValid(rolled) ? 'valid' : rolled;
  return read(session.on, booking, validity, facts);
}

function read(on: Day, { session }: Booking, validity: Validity, facts: Facts): Collection {
  const { stay, use, programFixture, frame } = facts;
  const { dice } = stay;
  const detected = shownBy(on, facts);
  const lab: Record<string, Result> = {};
  if (use.primary === 'alcohol' && dice.chance(0.5)) {
    const waiting = daysBetween(on, frame.today) <= 2;
    lab['ETG'] = waiting ? 'pending' : detected.includes('ETG') ? 'confirmed-positive' : 'negative';
  }
  const collected = cup({
    session,
    programFixture,
    detected,
    validity,
    lab,
    reason: validity === 'invalid' ? dice.pick(['low-volume', 'leaked', 'temperature']) : null,
  });
  const positive = detected.filter((analyte) => analyte in collected.results && analyte !== 'BUP' && analyte !== 'MTD');
  if (positive.length === 0 || stay.calm === false || !dice.chance(0.3) || daysBetween(on, frame.today) < 6) return collected;
  const overturned = dice.chance(positive.includes('AMP') && !positive.includes('MET') ? 0.2 : 0.07);
  const results = Object.fromEntries(
    positive.map((analyte): [string, Result] => [analyte, overturned ? 'not-confirmed' : 'confirmed-positive']),
  );
  return { ...collected, confirmation: { at: minutesAfter(collected.receivedAt, 60 * (66 + dice.whole(0, 30))), results } };
}

/** The windows that a clinician set: THC that is still clearing, an analyte agreed to be no target. */
export function windowsOf({ openedOn, dice }: Stay, { thc, course, primary }: Use, setBy: string): readonly AnalyteWindow[] {
  const from = addDays(openedOn, 7);
  const window = (analyte: string, kind: AnalyteWindow['kind'], days: number, basis: string): AnalyteWindow => ({
    analyte,
    kind,
    from,
    to: addDays(from, days),
    setBy,
    basis,
  });
  if (thc === 'agreed') return [window('THC', 'non-target', 170, 'Not a treatment target for now, agreed with the client')];
  if (thc === 'clearing') return [window('THC', 'carry-over', 28, 'Daily use until admission')];
  if (primary === 'fentanyl' && course === 'varied' && dice.chance(0.6))
    return [window('FEN', 'carry-over', 12, 'Regular use until admission')];
  return [];
}
