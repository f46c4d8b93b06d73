import { addDays, momentOf, weekOf } from '#domain/calendar.ts';
import { groupOf } from '../house.ts';
import type { ClientFixture } from '../life.ts';
import { goalFrom, person, scoresBack } from './care.ts';
import { phasesFrom } from './phases.ts';
import { sat, story, tokens, type World } from './teller.ts';

/** Theo B.: 11 of 18 prescribed hours in the last two full weeks, since his shifts changed. */
export function theo(world: World): ClientFixture {
  const { frame } = world;
  const group = groupOf(world.programFixture, 'IOP-C');
  const monday = weekOf(frame.today);
  const openedOn = addDays(monday, -56);
  const medications = [{ name: 'lorazepam', dose: '0.5 mg as needed', startedOn: addDays(openedOn, -40), endedOn: null }];
  const weeks = new Map([
    [addDays(monday, -28), tokens('P:. P:. P')],
    [addDays(monday, -21), tokens('P:k P:. P')],
    [addDays(monday, -14), tokens('P:. P:.+BZO A')],
    [addDays(monday, -7), tokens('P:. F120:u A')],
  ]);
  return story(
    {
      key: 'theo',
      person: person('4411', 'Theo', 'Bramwell', '2000-09-14', 'he/him'),
      group,
      openedOn,
      medications,
      primarySubstance: 'cannabis',
      hours: [{ from: openedOn, perWeek: 9 }],
      phases: phasesFrom({ from: [openedOn, addDays(monday, -14)], reviewDueOn: addDays(frame.today, 18), open: 1 }),
      goals: [4, 9, 11].map((bank, nth) =>
        goalFrom(bank, frame.today, addDays(frame.today, 18), [
          [48, -1 - (nth % 2)],
          [12, [-1, 0, -1][nth] ?? -1],
        ]),
      ),
      scores: [
        ...scoresBack('PHQ-9', frame.today, [
          [54, 8],
          [26, 6],
          [9, 6],
        ]),
        ...scoresBack('GAD-7', frame.today, [
          [54, 10],
          [26, 9],
          [9, 8],
        ]),
      ],
      contacts: [
        {
          at: momentOf(addDays(monday, -4), '12:20', frame.zone),
          method: 'phone',
          twoWay: true,
          note: 'New shift pattern: closes on Wednesdays and Thursdays until the end of the month',
        },
      ],
      ...sat({ group, openedOn, medications, ordinary: ['P:.', 'P:.', 'P'], weeks }, world),
    },
    [],
    world,
  );
}
