import { addDays, momentOf, openDayAfter, weekOf, type Day } from '#domain/calendar.ts';
import { groupOf, memberOf } from '../house.ts';
import type { ClientFixture } from '../life.ts';
import { goalFrom, person, scoresBack, signedAnswer } from './care.ts';
import { phasesFrom } from './phases.ts';
import { sat, story, tokens, type World } from './teller.ts';

/** Sam R.: meets 5 of 5 criteria of phase 2, and nothing is owed. */
export function sam(world: World): ClientFixture {
  const { frame } = world;
  const group = groupOf(world.programFixture, 'IOP-B');
  const openedOn = addDays(weekOf(frame.today), -91);
  return story(
    {
      key: 'sam',
      person: person('4413', 'Sam', 'Rosario', '1984-12-30', 'they/them'),
      group,
      openedOn,
      medications: [{ name: 'naltrexone', dose: '50 mg', startedOn: addDays(openedOn, 6), endedOn: null }],
      primarySubstance: 'alcohol',
      hours: [{ from: openedOn, perWeek: 9 }],
      phases: phasesFrom({ from: [openedOn, addDays(weekOf(frame.today), -63)], reviewDueOn: addDays(frame.today, 9), open: 0 }),
      goals: [0, 7, 10].map((bank, nth) =>
        goalFrom(bank, frame.today, addDays(frame.today, 12), [
          [84, -1],
          [56, nth - 1],
          [18, [1, 0, -1][nth] ?? 0],
        ]),
      ),
      scores: [
        ...scoresBack('PHQ-9', frame.today, [
          [90, 15],
          [62, 11],
          [34, 8],
          [6, 5],
        ]),
        ...scoresBack('GAD-7', frame.today, [
          [90, 11],
          [62, 9],
          [34, 7],
          [6, 6],
        ]),
      ],
      ...sat(
        { group, openedOn, medications: [], ordinary: ['P:.e', 'P', 'P:.'], tail: tokens('P:.e P P:u P L150 P:.e P:.e P P:l P L135 P:.e') },
        world,
      ),
    },
    [],
    world,
  );
}

/** Lee K.: nine of the last ten screens as expected, after an adjustment that is closed. */
export function lee(world: World): ClientFixture {
  const { frame, programFixture } = world;
  const group = groupOf(programFixture, 'IOP-D');
  const openedOn = addDays(weekOf(frame.today), -63);
  const seen = sat(
    {
      group,
      openedOn,
      medications: [],
      ordinary: ['P:.', 'P', 'P:.'],
      tail: tokens('P:.+AMP+MET P P:. P:. P P:. P:. A P:. P:. P P:. L150 P:. P:.'),
    },
    world,
  );
  const on = openDayAfter(
    seen.collections.find(({ results }) => results['MET'] === 'presumptive-positive')?.on ?? frame.today,
    1,
    frame.open,
  );
  return story(
    {
      key: 'lee',
      person: person('4414', 'Lee', 'Kowalczyk', '1991-07-22', 'he/him'),
      group,
      openedOn,
      medications: [],
      primarySubstance: 'methamphetamine',
      hours: [{ from: openedOn, perWeek: 9 }],
      phases: phasesFrom({ from: [openedOn, addDays(openedOn, 28)], reviewDueOn: addDays(frame.today, 14), open: 2 }),
      goals: [
        goalFrom(8, frame.today, addDays(frame.today, 14), [
          [56, -1],
          [16, 0],
        ]),
        goalFrom(1, frame.today, addDays(frame.today, 14), [
          [56, -2],
          [16, -1],
        ]),
      ],
      scores: [
        ...scoresBack('PHQ-9', frame.today, [
          [62, 10],
          [34, 8],
          [6, 6],
        ]),
        ...scoresBack('GAD-7', frame.today, [
          [62, 8],
          [34, 6],
          [6, 6],
        ]),
      ],
      ...seen,
    },
    [leeAnswer(on, memberOf(programFixture, 'ortiz'), frame)],
    world,
  );
}

function leeAnswer(on: Day, by: ReturnType<typeof memberOf>, { zone }: World['frame']): ReturnType<typeof signedAnswer> {
  const followUpOn = addDays(on, 14);
  return signedAnswer(
    {
      talkedAt: momentOf(on, '13:05', zone),
      ownWords: 'Night shift, and I wanted to be awake. It was one time.',
      naloxone: 'given-today',
      signedAt: momentOf(on, '16:20', zone),
      by,
      changes: [['return-to-use-prevention', 'Two sessions about nights on the rota', addDays(on, 2)]],
      followUpOn,
      better: 'Nights on the rota with a plan for the drive home',
    },
    { at: momentOf(followUpOn, '12:00', zone), what: 'improved', note: 'Asked for day shifts and got them.' },
  );
}
