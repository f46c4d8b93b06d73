import { expect, test } from 'vitest';
import { day, momentOf } from '#domain/calendar/calendar.ts';
import { explainedWords } from '#domain/adjustments/explanations-words.ts';
import { aboutWords, openingWords } from '#domain/adjustments/words.ts';

const zone = 'America/Chicago';
const openedAt = momentOf(day('2026-11-23'), '09:00', zone);
const begun = (about: string | null, follows: number | null) => ({ trigger: 'team' as const, analytes: ['COC'], openedAt, about, follows });

test.each([
  [
    'what somebody wrote',
    begun('New shifts at work.', null),
    'Started from team, Mon 23 Nov: New shifts at work.',
    'New shifts at work, 23 Nov',
  ],
  ['the one that needed more', begun(null, 1), 'Started from team, Mon 23 Nov: Needs more after A1', 'Needs more after A1, 23 Nov'],
  ['neither', begun(null, null), 'Started from team, Mon 23 Nov.', 'team, 23 Nov'],
])('an adjustment without a screen says what it started from: %s', (_, adjustment, opening, about) =>
  expect([openingWords(adjustment, null, zone), aboutWords(adjustment, null, zone)]).toEqual([opening, about]),
);

test('an explanation is said with what explains it first', () =>
  expect(explainedWords({ because: 'medication', words: 'Cough syrup, bottle seen.' })).toBe('a medication: Cough syrup, bottle seen.'));
