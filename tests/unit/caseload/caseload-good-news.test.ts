import { describe, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { goodNewsOf } from '#domain/caseload/good-news.ts';
import { goodNewsSummary } from '#domain/caseload/good-news-words.ts';
import type { ClientFacts } from '#domain/caseload/order.ts';
import { defaultSettings as settings } from '#domain/programs/settings.ts';
import { client, now, screen, session, week, zone } from './caseload-clients.ts';

describe('good news', () => {
  const news = (changes: Partial<ClientFacts>) => goodNewsOf(client(changes), now, settings, zone).map(goodNewsSummary);
  const ten = ['01', '02', '03', '04', '05', '06', '07', '08', '09'].map((date) => screen(date));
  test.each<[string, Partial<ClientFacts>, string[]]>([
    ['criteria of the phase met', { phase: { number: 2, met: 5, of: 5 } }, ['meets 5 of 5 phase 2 criteria.']],
    ['not all of them', { phase: { number: 2, met: 4, of: 5 } }, []],
    [
      'nine of the last ten',
      { screens: [...ten, screen('10', 'not-collected')] },
      ['9 of the last 10 screens as expected. Worth saying out loud.'],
    ],
    ['nine of nine is not yet ten', { screens: ten }, []],
    [
      'hours met four weeks running',
      { weeks: [week('2026-10-26', 9), week('2026-11-02', 9), week('2026-11-09', 9), week('2026-11-16', 10)] },
      ['hours met 4 weeks running.'],
    ],
    [
      'back after lost contact',
      { sessions: [session('12', 'absent'), session('14', 'absent'), session('17', 'present')], weeks: [week('2026-11-16', 6)] },
      ['back after lost contact: 6 of 9 h last week, first visit Tue 17 Nov.'],
    ],
    [
      'a goal up a level',
      {
        goals: [
          {
            id: 'g',
            number: 1,
            title: 'Home by 10 pm',
            ratings: [
              { on: day('2026-10-20'), level: 0 },
              { on: day('2026-11-20'), level: 1 },
            ],
          },
        ],
      },
      ['goal 1, Home by 10 pm, from 0 to +1.'],
    ],
  ])('%s', (_, changes, expected) => expect(news(changes)).toEqual(expected));
});
