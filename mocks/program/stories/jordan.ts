import { addDays, momentOf, weekdayOf, weekOf, type Day } from '#domain/calendar.ts';
import type { Medication } from '#domain/medications.ts';
import { openDayBefore, type Frame } from '../frame.ts';
import { groupOf, memberOf } from '../house.ts';
import type { ClientFixture } from '../life.ts';
import { jordanAnswers } from './jordan-answers.ts';
import { jordanGoals, jordanScores } from './jordan-goals.ts';
import { jordanWeeks } from './jordan-weeks.ts';
import { phasesFrom } from './phases.ts';
import { person } from './care.ts';
import { sat, story, type Extra, type World } from './teller.ts';

const storyWeeks = 24;

/** The Monday after the last told week: this week's, or on a Sunday tomorrow. */
const mondayOf = ({ today }: Frame): Day => (weekdayOf(today) === 7 ? addDays(today, 1) : weekOf(today));

/** The next Friday after today. */
const fridayAfter = (today: Day): Day => addDays(today, ((11 - weekdayOf(today)) % 7) + 1);

/** Jordan M., chart 4417: a whole episode with one adjustment closed, one in place and one waiting for a talk. */
export function jordan(world: World): ClientFixture {
  const { programFixture, diary, frame } = world;
  const at = (week: number, weekday = 1): Day => addDays(mondayOf(frame), (week - storyWeeks) * 7 + weekday - 1);
  const group = groupOf(programFixture, 'IOP-A');
  const therapist = memberOf(programFixture, 'ortiz');
  const medications: readonly Medication[] = [
    { name: 'buprenorphine', dose: '8 mg', startedOn: at(1, 4), endedOn: at(6, 4) },
    { name: 'buprenorphine', dose: '12 mg', startedOn: at(6, 5), endedOn: null },
  ];
  const unexpectedOn = openDayBefore(frame.today, frame.open);
  const inGroup = group.weekdays.includes(weekdayOf(unexpectedOn));
  const cocaine = 'P:.p+COC';

  const own = { leader: therapist, program: group.program, site: group.site };
  const extras: Extra[] = ['A', 'P', 'P', 'P'].flatMap((token, nth) => {
    const session = diary.sessionOf(groupOf(programFixture, 'IOP-D'), at(7 + nth, 1));
    return session === null ? [] : [{ session, token }];
  });
  for (let week = 19; at(week, 5) <= addDays(frame.today, 7); week += 1) {
    const session = diary.add({
      key: `jordan individual ${week}`,
      on: at(week, 5),
      time: '16:00',
      minutes: 60,
      service: 'individual',
      title: 'Individual session',
      ...own,
    });
    extras.push({ session, token: 'P' });
  }
  if (!inGroup) {
    const session = diary.add({
      key: 'jordan check-in',
      on: unexpectedOn,
      time: '17:00',
      minutes: 30,
      service: 'individual',
      title: 'Check-in',
      ...own,
    });
    extras.push({ session, token: cocaine });
  }
  const weeks = new Map(jordanWeeks.map((week, nth) => [at(nth), week]));
  const course = {
    group,
    openedOn: at(0, 2),
    medications,
    ordinary: ['P:.', 'P', 'P:.'],
    weeks,
    extras,
    days: new Map(inGroup ? [[unexpectedOn, cocaine]] : []),
  };
  return story(
    {
      key: 'jordan',
      person: person('4417', 'Jordan', 'Maddox', '1992-02-12', 'they/them'),
      ...course,
      admissionSource: 'detox',
      primarySubstance: 'fentanyl',
      hours: [
        { from: at(0, 2), perWeek: 9 },
        { from: at(7), perWeek: 12 },
        { from: at(11), perWeek: 9 },
        { from: at(19), perWeek: 10 },
      ],
      phases: phasesFrom({ from: [at(0, 2), at(5), at(11)], reviewDueOn: addDays(frame.today, 5), open: 2 }),
      windows: [
        {
          analyte: 'THC',
          kind: 'carry-over',
          from: at(1, 2),
          to: at(5, 7),
          setBy: therapist.id,
          basis: 'Daily use until admission; two weekly screens on the way down',
        },
      ],
      goals: jordanGoals(at, fridayAfter(frame.today)),
      scores: jordanScores(at),
      contacts: [
        {
          at: momentOf(at(21, 5), '10:20', frame.zone),
          method: 'phone',
          twoWay: true,
          note: 'Missed the group on Thursday for an extra shift; rota photographed',
        },
      ],
      ...sat(course, world),
    },
    jordanAnswers(at, fridayAfter(frame.today), therapist, frame),
    world,
  );
}
