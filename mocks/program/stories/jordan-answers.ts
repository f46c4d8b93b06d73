import { momentOf, type Day } from '#domain/calendar.ts';
import type { Answer } from '../answers.ts';
import type { Frame } from '../frame.ts';
import type { Member } from '../house.ts';
import { signedAnswer } from './care.ts';

/** A1 closed as improved, A2 in place with its follow-up ahead, A3 not talked about yet. */
export function jordanAnswers(
  at: (week: number, weekday?: number) => Day,
  followUpOn: Day,
  by: Member,
  { zone }: Frame,
): readonly Answer[] {
  const first = signedAnswer(
    {
      talkedAt: momentOf(at(6, 3), '14:30', zone),
      ownWords: 'The dose wore off by evening and I was sick. I did not want to say it in group.',
      naloxone: 'given-today',
      signedAt: momentOf(at(6, 3), '19:20', zone),
      by,
      changes: [
        ['ask-dose', 'Ask the prescriber about the evening dose', at(6, 3)],
        ['add-group', 'Monday evening group for four weeks', at(7, 1)],
      ],
      followUpOn: at(10, 3),
      better: 'Buprenorphine detected each time, 9 h a week or more',
    },
    {
      at: momentOf(at(10, 4), '11:40', zone),
      what: 'improved',
      note: 'Sleeping on the new dose, no evening sickness, every added group but one.',
    },
  );
  const second = signedAnswer({
    talkedAt: momentOf(at(18, 3), '15:10', zone),
    ownWords: 'Late shift, then everybody was awake. I want something to go to instead.',
    naloxone: 'has-it',
    signedAt: momentOf(at(18, 3), '18:25', zone),
    by,
    changes: [
      ['add-individual', 'Individual session every Friday', at(19, 1)],
      ['contingency-management', 'Draws for attending, twice a week', at(19, 2)],
    ],
    followUpOn,
    better: '2 screens as expected, 10 h a week',
  });
  return [first, second];
}
