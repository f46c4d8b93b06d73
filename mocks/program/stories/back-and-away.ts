import { addDays, momentOf, weekdayOf, weekOf, type Day } from '#domain/calendar.ts';
import { groupOf, memberOf } from '../house.ts';
import type { ClientFixture } from '../life.ts';
import { goalFrom, person, scoresBack } from './care.ts';
import { phasesFrom } from './phases.ts';
import { sat, story, tokens, type World } from './teller.ts';

/** Ana P.: back after two sessions missed and three tries at reaching her. */
export function ana(world: World): ClientFixture {
  const { frame, programFixture, diary } = world;
  const group = groupOf(programFixture, 'IOP-A');
  const openedOn = addDays(weekOf(frame.today), -55);
  const backOn = meetingFrom(addDays(frame.today, -6), 1, group.weekdays);
  const missedLast = meetingFrom(addDays(backOn, -1), -1, group.weekdays);
  const missedFirst = meetingFrom(addDays(missedLast, -1), -1, group.weekdays);
  const own = { leader: memberOf(programFixture, 'ortiz'), program: group.program, site: group.site };
  const welcome = diary.add({
    key: 'ana welcome back',
    on: backOn,
    time: '16:30',
    minutes: 75,
    service: 'individual',
    title: 'Individual session',
    ...own,
  });
  const called = (on: Day, time: string, method: 'voicemail' | 'text' | 'phone', twoWay = false, note: string | null = null) => ({
    at: momentOf(on, time, frame.zone),
    method,
    twoWay,
    note,
  });
  return story(
    {
      key: 'ana',
      person: person('4415', 'Ana', 'Pinheiro', '1989-03-05', 'she/her'),
      group,
      openedOn,
      medications: [{ name: 'acamprosate', dose: '666 mg', startedOn: openedOn, endedOn: null }],
      primarySubstance: 'alcohol',
      hours: [{ from: openedOn, perWeek: 9 }],
      phases: phasesFrom({ from: [openedOn, addDays(openedOn, 30)], reviewDueOn: addDays(frame.today, 17), open: 2 }),
      goals: [
        goalFrom(2, frame.today, addDays(frame.today, 17), [
          [49, -1],
          [20, -1],
        ]),
        goalFrom(9, frame.today, addDays(frame.today, 17), [
          [49, -2],
          [20, -1],
        ]),
      ],
      scores: [
        ...scoresBack('PHQ-9', frame.today, [
          [54, 14],
          [26, 12],
        ]),
        ...scoresBack('GAD-7', frame.today, [
          [54, 9],
          [26, 8],
        ]),
      ],
      contacts: [
        called(addDays(missedFirst, 1), '10:05', 'voicemail'),
        called(missedLast, '12:30', 'text'),
        called(addDays(backOn, -1), '17:10', 'phone', true, 'Her phone was off; she wants to come back, ride arranged'),
      ],
      ...sat(
        {
          group,
          openedOn,
          medications: [],
          ordinary: ['P:.', 'P', 'P:.'],
          days: new Map([
            [addDays(missedFirst, -5), 'P:l'],
            [addDays(missedFirst, -7), 'P:u'],
            [missedFirst, 'A'],
            [missedLast, 'A:o'],
            [backOn, 'P:.'],
          ]),
          extras: [{ session: welcome, token: 'P' }],
        },
        world,
      ),
    },
    [],
    world,
  );
}

const meetingFrom = (on: Day, step: 1 | -1, weekdays: readonly number[]): Day =>
  weekdays.includes(weekdayOf(on)) ? on : meetingFrom(addDays(on, step), step, weekdays);

/** Chris V.: a goal review falls due while he travels, so it is snoozed. */
export function chris(world: World): ClientFixture {
  const { frame } = world;
  const group = groupOf(world.programFixture, 'IOP-C');
  const openedOn = addDays(weekOf(frame.today), -49);
  const untilOn = addDays(frame.today, 3);
  return story(
    {
      key: 'chris',
      person: person('4416', 'Chris', 'Vandermeer', '1976-10-11', 'he/him'),
      group,
      openedOn,
      medications: [],
      primarySubstance: 'cannabis',
      hours: [{ from: openedOn, perWeek: 9 }],
      phases: phasesFrom({ from: [openedOn, addDays(openedOn, 30)], reviewDueOn: addDays(frame.today, 20), open: 2 }),
      goals: [
        goalFrom(8, frame.today, addDays(frame.today, 4), [
          [43, -1],
          [26, 0],
        ]),
        goalFrom(5, frame.today, addDays(frame.today, 20), [
          [43, -1],
          [10, -1],
        ]),
      ],
      scores: [
        ...scoresBack('PHQ-9', frame.today, [
          [48, 7],
          [20, 6],
        ]),
        ...scoresBack('GAD-7', frame.today, [
          [48, 6],
          [20, 5],
        ]),
      ],
      snoozes: [{ need: 'review', reason: 'Travel with family', fromAt: momentOf(addDays(frame.today, -1), '15:50', frame.zone), untilOn }],
      ...sat({ group, openedOn, medications: [], ordinary: ['P:.', 'P', 'P:.'], tail: tokens('P:l P P:. P:. F150 P:. P X:x') }, world),
    },
    [],
    world,
  );
}
