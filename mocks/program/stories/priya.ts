import { addDays, momentOf, weekOf, type Day } from '#domain/calendar.ts';
import { earlierToday, minutesAfter } from '../frame.ts';
import { groupOf } from '../house.ts';
import type { ClientFixture } from '../life.ts';
import { goalFrom, person, scoresBack } from './care.ts';
import { phasesFrom } from './phases.ts';
import { sat, story, tokens, type World } from './teller.ts';

/** Priya S.: the last two sessions missed in a row, and one voicemail left. */
export function priya(world: World): ClientFixture {
  const { frame } = world;
  const group = groupOf(world.programFixture, 'IOP-A');
  const openedOn = addDays(weekOf(frame.today), -49);
  const seen = sat(
    { group, openedOn, medications: [], ordinary: ['P:.', 'P', 'P:.'], tail: tokens('P:. P P:. P:. P P:. P P:. P X:x P A:o A:o') },
    world,
  );
  const missed = seen.bookings.filter(({ status }) => status === 'absent').map(({ session }) => session);
  const [first, second] = missed.slice(-2);
  const before = (on: Day | undefined): Day => addDays(on ?? frame.today, -1);
  const voicemailAt = second === undefined ? earlierToday('07:45', frame) : minutesAfter(second.endsAt, 20);
  return story(
    {
      key: 'priya',
      person: person('4403', 'Priya', 'Sandhu', '1995-11-03', 'she/her'),
      group,
      openedOn,
      medications: [],
      primarySubstance: 'methamphetamine',
      hours: [{ from: openedOn, perWeek: 9 }],
      phases: phasesFrom({ from: [openedOn], reviewDueOn: addDays(frame.today, 11), open: 4 }),
      goals: [
        goalFrom(5, frame.today, addDays(frame.today, 12), [
          [44, -2],
          [18, -1],
        ]),
        goalFrom(7, frame.today, addDays(frame.today, 12), [
          [44, -1],
          [18, -1],
        ]),
      ],
      scores: [
        ...scoresBack('PHQ-9', frame.today, [
          [46, 12],
          [20, 10],
        ]),
        ...scoresBack('GAD-7', frame.today, [
          [46, 11],
          [20, 9],
        ]),
      ],
      contacts: [
        {
          at: momentOf(before(first?.on), '16:10', frame.zone),
          method: 'phone',
          twoWay: true,
          note: 'Childcare fell through this week; said she would try to come',
        },
        { at: voicemailAt, method: 'voicemail', twoWay: false, note: null },
      ],
      ...seen,
    },
    [],
    world,
  );
}
