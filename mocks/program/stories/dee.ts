import { addDays, momentOf, openDayAfter, weekOf, type Day } from '#domain/calendar.ts';
import { groupOf, memberOf } from '../house.ts';
import type { Answer } from '../answers.ts';
import type { ClientFixture } from '../life.ts';
import { goalFrom, person, scoresBack, signedAnswer } from './care.ts';
import { phasesFrom } from './phases.ts';
import { sat, story, tokens, type World } from './teller.ts';

/** Dee W.: the follow-up on the second adjustment is due today, before and after are there to read. */
export function dee(world: World): ClientFixture {
  const { frame } = world;
  const group = groupOf(world.programFixture, 'IOP-C');
  const by = memberOf(world.programFixture, 'ortiz');
  const monday = weekOf(frame.today);
  const openedOn = addDays(monday, -70);
  const tail = tokens('P:.+COC P P:. P:. P P:. A P:l P  P:. P P:.c+COC P:. F120 P:. P:. P P:. P P P:. P:. P P:.');
  const seen = sat({ group, openedOn, medications: [], ordinary: ['P:.', 'P', 'P:.'], tail }, world);
  const [first, second] = seen.collections
    .filter(({ results }) => results['COC'] === 'presumptive-positive')
    .map(({ on }) => openDayAfter(on, 1, frame.open));
  return story(
    {
      key: 'dee',
      person: person('4408', 'Dee', 'Whitlock', '1979-04-08', 'she/her'),
      group,
      openedOn,
      medications: [],
      primarySubstance: 'cocaine',
      hours: [{ from: openedOn, perWeek: 9 }],
      phases: phasesFrom({ from: [openedOn, addDays(monday, -35)], reviewDueOn: addDays(frame.today, 15), open: 1 }),
      goals: [
        goalFrom(3, frame.today, addDays(frame.today, 15), [
          [62, -1],
          [35, 0],
          [15, 0],
        ]),
        goalFrom(1, frame.today, addDays(frame.today, 15), [
          [62, -1],
          [35, -1],
          [15, 0],
        ]),
      ],
      scores: [
        ...scoresBack('PHQ-9', frame.today, [
          [69, 12],
          [41, 9],
          [13, 6],
        ]),
        ...scoresBack('GAD-7', frame.today, [
          [69, 13],
          [41, 10],
          [13, 8],
        ]),
      ],
      ...seen,
    },
    [closedAnswer(first ?? frame.today, by, frame), dueAnswer(second ?? frame.today, by, frame)],
    world,
  );
}

function closedAnswer(on: Day, by: ReturnType<typeof memberOf>, { zone }: World['frame']): Answer {
  const followUpOn = addDays(on, 18);
  return signedAnswer(
    {
      talkedAt: momentOf(on, '11:20', zone),
      ownWords: 'Payday, and the same corner.',
      naloxone: 'given-today',
      signedAt: momentOf(on, '16:45', zone),
      by,
      changes: [['schedule', 'Pay goes to the card her daughter holds', addDays(on, 4)]],
      followUpOn,
      better: 'A payday without it',
    },
    { at: momentOf(followUpOn, '12:10', zone), what: 'unclear', note: 'One payday went well, the next one fell on a holiday.' },
  );
}

const dueAnswer = (on: Day, by: ReturnType<typeof memberOf>, { today, zone }: World['frame']): Answer =>
  signedAnswer({
    talkedAt: momentOf(on, '10:30', zone),
    ownWords: 'I drove home another way for a month and then I did not.',
    naloxone: 'has-it',
    signedAt: momentOf(on, '15:15', zone),
    by,
    changes: [
      ['trigger-map', 'The drive home drawn as a map, with two other ways', addDays(on, 1)],
      ['peer-support', 'A call with a peer on the way home on Fridays', addDays(on, 3)],
    ],
    followUpOn: today,
    better: 'Three screens as expected and 9 h a week',
  });
