import { describe, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { needsOf } from '#domain/caseload/tasks.ts';
import { momentAt, type ClientFacts } from '#domain/caseload/order.ts';
import { needWords } from '#domain/caseload/words.ts';
import { defaultSettings as settings } from '#domain/programs/settings.ts';
import { client, now, open, screen, week, zone } from './caseload-clients.ts';

const needs = (changes: Partial<ClientFacts>) => needsOf(client(changes), now, settings, zone, open);
const moment = momentAt(now, settings, zone, open);
const inWords = (changes: Partial<ClientFacts>) =>
  needs(changes).map((need) => {
    const { why, task, note } = needWords(need, moment);
    return [need.tier, why, task, note];
  });

describe('what Today says without a clock, or with a later one, on Monday 23 November at 8:02 am', () => {
  test.each<[string, Partial<ClientFacts>, unknown[][]]>([
    [
      'hours under three quarters',
      { weeks: [week('2026-11-09', 6), week('2026-11-16', 5)] },
      [
        [
          7,
          '11 of 18 prescribed hours delivered in the last 2 full weeks (61%).',
          null,
          'No due time. Clears at the next full week at 75% or more.',
        ],
      ],
    ],
    [
      'an instrument reliably worse',
      {
        instruments: [
          {
            instrument: 'PHQ-9',
            reviewedOn: null,
            scores: [
              { on: day('2026-11-02'), score: 11, item9: 0 },
              { on: day('2026-11-20'), score: 17, item9: 0 },
            ],
          },
        ],
      },
      [[8, 'PHQ-9 up 6 since 2 Nov, to 17.', null, 'No due time. Clears when the change is reviewed.']],
    ],
    [
      'reviewed since',
      {
        instruments: [
          {
            instrument: 'PHQ-9',
            reviewedOn: day('2026-11-20'),
            scores: [
              { on: day('2026-11-02'), score: 11, item9: 0 },
              { on: day('2026-11-20'), score: 17, item9: 0 },
            ],
          },
        ],
      },
      [],
    ],
    [
      'two scheduled screens not collected',
      { screens: [screen('17'), screen('19', 'not-collected'), screen('20', 'excused'), screen('21', 'not-collected')] },
      [
        [
          9,
          '2 scheduled screens in a row not collected, Thu 19 and Sat 21 Nov.',
          null,
          'No due time. Clears at the next collection or a new schedule.',
        ],
      ],
    ],
    ['one of them declined', { screens: [screen('19', 'not-collected'), screen('21', 'declined')] }, []],
    [
      'a phase review on Friday',
      { reviews: [{ kind: 'phase', number: 2, dueOn: day('2026-11-27') }] },
      [[10, 'Phase 2 review due Fri.', 'Review by Fri', null]],
    ],
    ['a review in eight days', { reviews: [{ kind: 'phase', number: 2, dueOn: day('2026-12-01') }] }, []],
    [
      'a review that was due',
      { reviews: [{ kind: 'goal', dueOn: day('2026-11-18') }] },
      [[10, 'Goal review was due Wed 18 Nov.', 'Review today', null]],
    ],
  ])('%s', (_, changes, expected) => expect(inWords(changes)).toEqual(expected));
});
