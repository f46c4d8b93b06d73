import { expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { goodNewsOf } from '#domain/caseload/good-news.ts';
import { needsOf } from '#domain/caseload/tasks.ts';
import type { ClientFacts, GoodNews, NeedFacts } from '#domain/caseload/order.ts';
import { defaultSettings as settings } from '#domain/programs/settings.ts';
import { adjustment, client, now, open, screen, session, voicemail, week, zone } from './caseload-clients.ts';

test.each<[string, Partial<ClientFacts>, Partial<NeedFacts>]>([
  [
    'two sessions missed in a row',
    { sessions: [session('18', 'present'), session('19', 'absent'), session('21', 'absent')], attempts: [voicemail] },
    { kind: 'lost-contact', missedOn: [day('2026-11-19'), day('2026-11-21')], since: day('2026-11-18'), attempts: 1, nextTryOn: null },
  ],
  ['a week without contact', { sessions: [session('16', 'present')] }, { kind: 'lost-contact', missedOn: [], days: 7, tries: [] }],
  [
    'an authorization that ends tomorrow',
    { authorization: { endsOn: day('2026-11-24'), nextReviewOn: null, unit: 'days', allowed: 12, used: 9 } },
    { kind: 'authorization', by: day('2026-11-24') },
  ],
  ['an unexpected screen', { adjustments: [adjustment()] }, { kind: 'talk', nextTryOn: null }],
  [
    'two scheduled screens not collected',
    { screens: [screen('17'), screen('19', 'not-collected'), screen('21', 'not-collected')] },
    { kind: 'uncollected', days: [day('2026-11-19'), day('2026-11-21')] },
  ],
  [
    'a phase review on Friday',
    { reviews: [{ kind: 'phase', id: 'p', number: 2, dueOn: day('2026-11-27') }] },
    { kind: 'review', review: { kind: 'phase', id: 'p', number: 2, dueOn: day('2026-11-27') } },
  ],
])('Today reads facts, and no sentence, of %s', (_, changes, facts) =>
  expect(needsOf(client(changes), now, settings, zone, open).map((need) => need.facts)).toMatchObject([facts]),
);

test.each<[string, Partial<ClientFacts>, GoodNews]>([
  ['criteria met', { phase: { number: 2, met: 5, of: 5 } }, { kind: 'criteria-met', phase: 2, met: 5, of: 5 }],
  [
    'hours met',
    { weeks: [week('2026-10-26', 9), week('2026-11-02', 9), week('2026-11-09', 9), week('2026-11-16', 10)] },
    { kind: 'hours-met', weeks: 4 },
  ],
  [
    'back in contact',
    { sessions: [session('12', 'absent'), session('14', 'absent'), session('17', 'present')], weeks: [week('2026-11-16', 6)] },
    { kind: 'back-in-contact', on: day('2026-11-17'), lastWeek: { delivered: 6, prescribed: 9 } },
  ],
])('good news is facts: %s', (_, changes, news) => expect(goodNewsOf(client(changes), now, settings, zone)).toEqual([news]));
