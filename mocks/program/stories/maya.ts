import { addDays, weekOf } from '#domain/calendar.ts';
import { earlierToday, onDayOf } from '../frame.ts';
import { groupOf } from '../house.ts';
import type { ClientFixture } from '../life.ts';
import { goalFrom, person, scoresBack } from './care.ts';
import { phasesFrom } from './phases.ts';
import { sat, story, tokens, type World } from './teller.ts';

/** Maya T.: answered above 0 on the self-harm item this morning, and nobody has been told yet. */
export function maya(world: World): ClientFixture {
  const { frame } = world;
  const group = groupOf(world.programFixture, 'IOP-B');
  const monday = weekOf(frame.today);
  const openedOn = addDays(monday, -77);
  const answeredAt = earlierToday('07:31', frame);
  const answeredOn = onDayOf(answeredAt, frame);
  return story(
    {
      key: 'maya',
      person: person('4402', 'Maya', 'Thornquist', '1998-06-19', 'she/her'),
      group,
      openedOn,
      medications: [{ name: 'sertraline', dose: '50 mg', startedOn: openedOn, endedOn: null }],
      primarySubstance: 'alcohol',
      hours: [{ from: openedOn, perWeek: 9 }],
      phases: phasesFrom({ from: [openedOn, addDays(monday, -42)], reviewDueOn: addDays(frame.today, 16), open: 2 }),
      goals: [
        goalFrom(0, frame.today, addDays(frame.today, 16), [
          [68, -1],
          [40, -1],
          [14, 0],
        ]),
        goalFrom(2, frame.today, addDays(frame.today, 16), [
          [68, -1],
          [40, 0],
          [14, 0],
        ]),
      ],
      scores: [
        ...scoresBack('PHQ-9', addDays(answeredOn, -28), [
          [48, 14],
          [28, 11],
          [0, 7],
        ]),
        { instrument: 'PHQ-9', on: answeredOn, score: 13, item9: 1 },
        ...scoresBack('GAD-7', answeredOn, [
          [76, 12],
          [56, 10],
          [28, 8],
          [0, 9],
        ]),
      ],
      concerns: [{ openedAt: answeredAt, trigger: 'item-9', notified: null, notifiedAt: null, closedAt: null }],
      ...sat(
        {
          group,
          openedOn,
          medications: [],
          ordinary: ['P:.e', 'P', 'P:.'],
          tail: tokens('P:l P P:u P:. P P:. P:.e P X:x P:. P P:.e P:. L150 P:.'),
        },
        world,
      ),
    },
    [],
    world,
  );
}
