import type { Discharge } from '../closings.ts';
import type { Frame } from '../frame.ts';
import type { Group, ProgramFixture, Member } from '../house.ts';
import type { ClientFixture } from '../life.ts';
import type { Diary } from '../sessions.ts';
import { answersOf } from './answers.ts';
import { groupBookings } from './attendance.ts';
import { authorizationsOf, concernsOf, contactsOf, leavesOf, scoresOf } from './care.ts';
import { begunFor } from './begun.ts';
import { collectionsOf, forCause, slotsAmong, windowsOf } from './collections.ts';
import { goalsOf } from './goals.ts';
import { makeUpsFor } from './make-ups.ts';
import { inOrder, otherBookings, workshopsIn } from './one-to-one.ts';
import { personOf } from './people.ts';
import { hoursOf, phasesOf, spansOf } from './phases.ts';
import type { Stay } from './stays.ts';
import { medicationsOf, useOf } from './substances.ts';

const sources = [
  'own decision',
  'detox',
  'residential program',
  'primary care',
  'court, with consent',
  'family',
  'hospital',
  'another program',
] as const;

type World = { readonly programFixture: ProgramFixture; readonly diary: Diary; readonly frame: Frame };

/** Fills in one stay, day by day. */
export function fixtureOf(
  stay: Stay,
  group: Group,
  therapist: Member,
  { programFixture, diary, frame }: World,
  workshops: ReturnType<typeof workshopsIn>,
): ClientFixture {
  const { dice, openedOn, key } = stay;
  const person = personOf(stay.index, dice, openedOn);
  const use = useOf(dice);
  const medications = medicationsOf(use, openedOn, dice);
  const spans = spansOf(stay, frame);
  const course = { hours: hoursOf(stay, spans), leaves: leavesOf(stay, frame), medications };
  const grouped = groupBookings(stay, group, course, diary, frame);
  const others = otherBookings(stay, group, therapist, course, workshops, diary, frame);
  const bookings = inOrder([...grouped, ...others, ...makeUpsFor(stay, group, [...grouped, ...others], { programFixture, diary, frame })]);
  const slots = slotsAmong(grouped, dice);
  const windows = windowsOf(stay, use, therapist.id);
  const facts = { stay, use, medications, windows, programFixture, frame };
  const scores = scoresOf(stay, frame);
  return {
    key,
    person,
    group,
    therapist,
    openedOn,
    admissionSource: dice.pick(sources),
    primarySubstance: use.primary,
    discharge: dischargeOf(stay, programFixture, therapist),
    hours: course.hours,
    phases: phasesOf(stay, spans, frame),
    leaves: course.leaves,
    windows,
    medications,
    authorizations: authorizationsOf(stay, frame),
    contacts: contactsOf(stay, bookings, frame),
    concerns: concernsOf(scores, frame),
    snoozes: [],
    begunByHand: begunFor(stay, grouped, frame),
    goals: goalsOf(stay, frame),
    scores,
    bookings,
    collections: [...collectionsOf(slots, facts), ...forCause(others, facts)],
    dueNext: slots
      .filter(({ session }) => session.on === frame.today && session.cancelledBecause === null)
      .map(({ session }) => ({ on: session.on, session })),
    answerFor: answersOf(stay, therapist, frame),
  };
}

const causes = ['threat', 'violence', 'dealing', 'weapon'] as const;
const narratives: Readonly<Record<(typeof causes)[number], string>> = {
  threat: 'Threatened another client in the parking lot after two talks about it; police were told and the family was called.',
  violence: 'Struck another client during a break. Staff separated them; the other client was seen at urgent care the same evening.',
  dealing: 'Sold pills to two clients on site, reported by both and confirmed on camera. Linked to residential care across town.',
  weapon: 'Brought a knife into group for the second time after a written agreement. Linked to another program, warm hand-off made.',
};

function dischargeOf({ closedOn, because, dice }: Stay, programFixture: ProgramFixture, therapist: Member): Discharge | null {
  if (closedOn === null) return null;
  const director = programFixture.staff.find(({ role }) => role === 'director');
  if (because !== 'ended-by-program' || director === undefined) return { on: closedOn, because, safety: null };
  const cause = dice.pick(causes);
  return { on: closedOn, because, safety: { cause, narrative: narratives[cause], signedBy: therapist, secondSigner: director } };
}

/** The group a stay joins: any of them, by chance. */
export const groupFor = ({ dice }: Stay, { groups }: ProgramFixture): Group => {
  const [first, ...rest] = groups;
  if (first === undefined) throw new RangeError('a house has a group');
  return dice.pick([first, ...rest]);
};
