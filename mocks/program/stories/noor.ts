import { breathAnalyte } from '#domain/breath-alcohol.ts';
import { addDays, momentOf, openDayAfter, weekdayOf, weekOf, type Day } from '#domain/calendar.ts';
import { noAnswer, type Answer } from '../answers.ts';
import { openDayBefore, openToday } from '../frame.ts';
import { groupOf, memberOf } from '../house.ts';
import type { Collection, ClientFixture } from '../life.ts';
import { goalFrom, person, scoresBack, signedAnswer } from './care.ts';
import { phasesFrom } from './phases.ts';
import { sat, story, type World } from './teller.ts';

/** Noor A.: talked about an alcohol result, and the plan change isn't signed. */
export function noor(world: World): ClientFixture {
  const { frame, programFixture } = world;
  const group = groupOf(programFixture, 'IOP-A');
  const by = memberOf(programFixture, 'ortiz');
  const openedOn = addDays(weekOf(frame.today), -62);
  const receivedOn = [1, 2, 3].reduce((on) => openDayBefore(on, frame.open), openToday(frame));
  const collectedOn = lastMeeting(receivedOn, group.weekdays);
  const firstOn = lastMeeting(addDays(collectedOn, -12), group.weekdays);
  const quiet = (after: Day): [Day, string][] => [1, 2, 3, 4, 5].map((days) => [addDays(after, days), 'P']);
  const days = new Map<Day, string>([
    ...quiet(collectedOn),
    [addDays(firstOn, 2), 'L150'],
    [addDays(firstOn, 3), 'L150'],
    [collectedOn, 'P:.+ETG'],
    [firstOn, 'P:.+ETG'],
  ]);
  const seen = sat({ group, openedOn, medications: [], ordinary: ['P:.e', 'P', 'P:.e'], days }, world);
  // The strip of the last collection came back from the laboratory on the day it was received.
  const collections = seen.collections.map((one) =>
    one.on === collectedOn && collectedOn !== receivedOn ? { ...one, receivedAt: momentOf(receivedOn, '14:10', frame.zone) } : one,
  );
  return story(
    {
      key: 'noor',
      person: person('4405', 'Noor', 'Azizi', '1987-01-27', 'he/him'),
      group,
      openedOn,
      medications: [],
      primarySubstance: 'alcohol',
      hours: [{ from: openedOn, perWeek: 9 }],
      phases: phasesFrom({ from: [openedOn, addDays(weekOf(frame.today), -28)], reviewDueOn: addDays(frame.today, 13), open: 1 }),
      goals: [0, 2, 4].map((bank, nth) =>
        goalFrom(bank, frame.today, addDays(frame.today, 13), [
          [55, -1],
          [45, nth === 1 ? 0 : -1],
          [17, nth === 1 ? 1 : nth - 1],
        ]),
      ),
      scores: [
        ...scoresBack('PHQ-9', frame.today, [
          [60, 13],
          [32, 9],
          [5, 8],
        ]),
        ...scoresBack('GAD-7', frame.today, [
          [60, 9],
          [32, 8],
          [5, 7],
        ]),
      ],
      ...seen,
      collections: [...collections, ...breathOf(collections, programFixture)],
    },
    [
      earlierAnswer(firstOn, by, frame),
      { ...noAnswer, checked: 'go-ahead', talk: talkOn(openDayAfter(receivedOn, 1, frame.open), frame), naloxone: null },
    ],
    world,
  );
}

/** Two breath readings in the weeks before: one above zero, and one at it. */
const breathOf = (collections: readonly Collection[], programFixture: World['programFixture']): readonly Collection[] =>
  collections
    .filter(({ outcome, at }) => outcome === 'collected' && at !== null)
    .slice(-4, -2)
    .map((one, nth) => breathReading(one, nth === 0 ? 0.012 : 0, programFixture.breath ?? programFixture.cup));

const breathReading = (one: Collection, breath: number, panel: Collection['panel']): Collection => ({
  ...one,
  scheduled: false,
  specimen: 'breath-alcohol',
  validity: 'valid',
  reason: null,
  panel,
  results: { [breathAnalyte]: 'negative' },
  breath,
  confirmation: null,
});

const lastMeeting = (on: Day, weekdays: readonly number[]): Day =>
  weekdays.includes(weekdayOf(on)) ? on : lastMeeting(addDays(on, -1), weekdays);

const talkOn = (on: Day, { zone }: World['frame']): NonNullable<Answer['talk']> => ({
  at: momentOf(on, '16:05', zone),
  method: 'in-person',
  ownWords: 'Two beers at the wedding. I left early, and I told my wife the same night.',
  exportable: false,
  safety: 'checked-no-concern',
});

function earlierAnswer(firstOn: Day, by: ReturnType<typeof memberOf>, { zone, open }: World['frame']): Answer {
  const on = openDayAfter(firstOn, 1, open);
  const followUpOn = addDays(on, 6);
  return signedAnswer(
    {
      talkedAt: momentOf(on, '10:15', zone),
      ownWords: 'A hard Sunday. I poured the rest out.',
      naloxone: 'not-discussed',
      signedAt: momentOf(on, '15:40', zone),
      by,
      changes: [['mutual-help', 'A meeting on Sundays with a neighbour', addDays(on, 2)]],
      followUpOn,
      better: 'A Sunday with a plan',
    },
    { at: momentOf(followUpOn, '15:30', zone), what: 'same', note: 'Went to one meeting of two. The Sunday plan stays.' },
  );
}
