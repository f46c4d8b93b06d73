import { describe, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { needsOf } from '#domain/caseload/tasks.ts';
import { maySnooze, notSnoozed, type Snooze } from '#domain/caseload/snooze.ts';
import { todayHeadline } from '#domain/caseload/headline-words.ts';
import { headline, ordered, tierOf, type ClientFacts, type NeedKind } from '#domain/caseload/order.ts';
import { defaultSettings as settings } from '#domain/programs/settings.ts';
import { adjustment, at, client, now, open, zone } from './caseload-clients.ts';

const needs = (changes: Partial<ClientFacts>) => needsOf(client(changes), now, settings, zone, open);

test('a client has one headline, and the rest are more', () => {
  const all = needs({
    reviews: [{ kind: 'phase', number: 2, dueOn: day('2026-11-27') }],
    adjustments: [adjustment(), adjustment({ id: 'a4', number: 4, talkDueAt: at('2026-11-21T17:00') })],
  });
  expect(headline(all)).toMatchObject({ first: { kind: 'talk', adjustmentId: 'a4' }, more: 2 });
  expect(headline([])).toBeNull();
});

test('rows go by tier, then clock, then name; a need without a clock follows those with one', () => {
  const need = (kind: NeedKind, due: string | null) => ({ kind, tier: tierOf(kind), dueAt: due === null ? null : at(due) });
  const rows = [
    { name: 'Zoe', needs: [] },
    { name: 'Ana', needs: [] },
    { name: 'Theo', needs: [need('hours', null)] },
    { name: 'Noor', needs: [need('talk', '2026-11-23T17:00')] },
    { name: 'Jordan', needs: [need('review', '2026-11-20T17:00'), need('talk', '2026-11-23T17:00')] },
    { name: 'Dee', needs: [need('talk', '2026-11-21T17:00')] },
    { name: 'Maya', needs: [need('safety', '2026-11-23T23:59')] },
  ];
  expect(ordered(rows).map(({ name }) => name)).toEqual(['Maya', 'Dee', 'Jordan', 'Noor', 'Theo', 'Ana', 'Zoe']);
});

describe('snoozing', () => {
  const today = day('2026-11-23');
  const snooze = (changes: Partial<Snooze> = {}): Snooze => ({
    kind: 'hours',
    adjustmentId: null,
    until: day('2026-11-26'),
    reason: 'travel with family',
    supervisor: null,
    ...changes,
  });
  test.each<[string, Partial<Snooze>, string[]]>([
    ['with a reason and a date', {}, []],
    ['a safety clock, never', { kind: 'safety' }, ['never-safety']],
    ['without a reason', { reason: ' ' }, ['reason-needed']],
    ['seven days', { until: day('2026-11-30') }, []],
    ['eight days', { until: day('2026-12-01') }, ['too-long']],
    ['until today', { until: today }, ['date-not-ahead']],
    ['a talk, alone', { kind: 'talk' }, ['supervisor-needed']],
    ['a talk, with a supervisor named', { kind: 'talk', supervisor: 'A. Mbeki' }, []],
    ['lost contact, alone', { kind: 'lost-contact' }, ['supervisor-needed']],
  ])('%s', (_, changes, refusals) => expect(maySnooze(snooze(changes), today, settings)).toEqual(refusals));

  test('covers one reason and one adjustment, until its day', () => {
    const all = needs({ adjustments: [adjustment(), adjustment({ id: 'a4' })] });
    const one = snooze({ kind: 'talk', adjustmentId: 'a3', supervisor: 'A. Mbeki' });
    expect(notSnoozed(all, [one], today).map(({ adjustmentId }) => adjustmentId)).toEqual(['a4']);
    expect(notSnoozed(all, [one], day('2026-11-26'))).toHaveLength(2);
  });
});

test.each([
  [6, 34, '6 of 34 clients need something from you today'],
  [1, 34, '1 of 34 clients needs something from you today'],
  [1, 1, '1 of 1 client needs something from you today'],
  [0, 34, 'Nothing is waiting on you'],
])('%i of %i', (needing, of, expected) => expect(todayHeadline({ needing, clients: of, beingWorkedOut: 0 }, 'me')).toBe(expected));

test('while what people need is being worked out, nobody is said to need nothing', () => {
  expect(todayHeadline({ needing: 0, clients: 34, beingWorkedOut: 12 }, 'me')).toBe('Today is being worked out');
});

test('the list of everybody speaks of the team', () => {
  const counts = { clients: 127, beingWorkedOut: 0 };
  expect(todayHeadline({ ...counts, needing: 36 }, 'team')).toBe('36 of 127 clients need something from the team today');
  expect(todayHeadline({ ...counts, needing: 0 }, 'team')).toBe('Nothing is waiting on the team');
});
