import { expect, test } from 'vitest';
import { attachedAnsweredAt, attachedDueAt } from '#domain/adjustments/attached.ts';
import { day, momentOf, type Instant } from '#domain/calendar/calendar.ts';
import type { SessionFacts } from '#domain/attendance/delivered-minutes.ts';
import { defaultSettings, openDaysOf } from '#domain/programs/settings.ts';

const zone = 'America/Chicago';
const at = (text: string): Instant => momentOf(day(text.slice(0, 10)), text.slice(11), zone);
const reading = { settings: defaultSettings, zone, open: openDaysOf(defaultSettings, []) };

const group = (startsAt: string, over: Partial<SessionFacts> = {}): SessionFacts => ({
  id: startsAt,
  service: 'group',
  startsAt: at(startsAt),
  endsAt: at(`${startsAt.slice(0, 10)}T21:00`),
  breaks: [],
  cancelledByProgram: false,
  status: null,
  arrivedAt: null,
  leftAt: null,
  telehealth: false,
  makeUp: false,
  ...over,
});

test.each<[string, readonly SessionFacts[], string]>([
  ['nothing is planned: seven days on', [], '2026-11-30'],
  ['a session later on the same day', [group('2026-11-23T18:00')], '2026-11-23'],
  ['a session before it on the same day is over', [group('2026-11-23T08:00', { status: 'present' })], '2026-11-30'],
  ['the next planned session', [group('2026-11-25T18:00'), group('2026-11-27T18:00')], '2026-11-25'],
  ['they didn’t come to it: the one after', [group('2026-11-25T18:00', { status: 'absent' }), group('2026-11-27T18:00')], '2026-11-27'],
  ['it was excused', [group('2026-11-25T18:00', { status: 'excused' })], '2026-11-30'],
  ['the program cancelled it', [group('2026-11-25T18:00', { cancelledByProgram: true })], '2026-11-30'],
  ['mutual help is no day here', [group('2026-11-25T18:00', { service: 'mutual-help' })], '2026-11-30'],
  ['the next one is later than seven days', [group('2026-12-04T18:00')], '2026-11-30'],
])('an attached result is due: %s', (_, sessions, on) => {
  expect(attachedDueAt(at('2026-11-23T10:00'), sessions, reading)).toBe(at(`${on}T17:00`));
});

test.each<[string, readonly string[], readonly string[], string | null]>([
  ['nobody has spoken of it', [], [], null],
  ['a conversation before it answers nothing', ['2026-11-22T10:00'], [], null],
  ['the first conversation after it', ['2026-11-24T10:00', '2026-11-26T10:00'], [], '2026-11-24T10:00'],
  ['a change signed before it answers nothing', [], ['2026-11-22T10:00'], null],
  ['a change signed after it', [], ['2026-11-25T10:00'], '2026-11-25T10:00'],
  ['whichever came first', ['2026-11-26T10:00'], ['2026-11-25T10:00'], '2026-11-25T10:00'],
])('an attached result is answered: %s', (_, contacts, changes, answered) => {
  const answers = { contactsAt: contacts.map(at), changesSignedAt: changes.map(at) };
  expect(attachedAnsweredAt(at('2026-11-23T10:00'), answers)).toBe(answered === null ? null : at(answered));
});
