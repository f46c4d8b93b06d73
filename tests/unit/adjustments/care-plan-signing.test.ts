import { expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { signingMessage } from '#domain/adjustments/signing-words.ts';
import { problemsIn, type Signature, type SigningFacts } from '#domain/adjustments/signing.ts';

const facts: SigningFacts = {
  today: day('2026-11-23'),
  openedOn: day('2026-11-21'),
  lines: ['add-group', 'trigger-map'],
  team: ['ortiz', 'lin'],
  notifiedBefore: false,
};
const change = { line: 'add-group', fromOn: day('2026-11-28'), who: 'ortiz' };
const signature: Signature = {
  changes: [change],
  noChangeReason: null,
  followUpOn: day('2026-12-07'),
  followUpBy: 'ortiz',
  betterLooksLike: 'Ten hours a week',
  safety: 'checked-no-concern',
  notified: false,
};
const none: Signature = {
  ...signature,
  changes: [],
  noChangeReason: 'The plan holds.',
  followUpOn: null,
  followUpBy: null,
  betterLooksLike: null,
};

test.each<[string, Signature, readonly string[]]>([
  ['a change with a start, a person and a follow-up', signature, []],
  ['no change, with a reason and nothing to look at again', none, []],
  [
    'no change, looked at again',
    { ...none, followUpOn: day('2026-12-07'), followUpBy: 'lin', betterLooksLike: 'Two screens as expected' },
    [],
  ],
  [
    'no change, half a follow-up',
    { ...none, followUpOn: day('2026-12-07') },
    ['followUpBy: follow-up-needed', 'betterLooksLike: follow-up-needed'],
  ],
  ['nothing chosen', { ...none, noChangeReason: null }, ['changes: nothing-chosen']],
  ['a change and a reason for none', { ...signature, noChangeReason: 'The plan holds.' }, ['noChangeReason: change-and-none']],
  ['a line of no menu', { ...signature, changes: [{ ...change, line: 'discharge' }] }, ['changes.0.line: line-unknown']],
  ['the same line twice', { ...signature, changes: [change, change] }, ['changes.1.line: line-twice']],
  ['from the day of the result', { ...signature, changes: [{ ...change, fromOn: day('2026-11-21') }] }, []],
  ['from the day before it', { ...signature, changes: [{ ...change, fromOn: day('2026-11-20') }] }, ['changes.0.fromOn: from-too-early']],
  ['from next year by a slip', { ...signature, changes: [{ ...change, fromOn: day('2027-11-28') }] }, ['changes.0.fromOn: from-too-late']],
  ['by somebody of another team', { ...signature, changes: [{ ...change, who: 'stranger' }] }, ['changes.0.who: not-of-the-team']],
  ['a follow-up today', { ...signature, followUpOn: day('2026-11-23') }, ['followUpOn: follow-up-not-ahead']],
  ['a follow-up that would be forgotten', { ...signature, followUpOn: day('2027-02-24') }, ['followUpOn: follow-up-too-late']],
  ['a follow-up by a stranger', { ...signature, followUpBy: 'stranger' }, ['followUpBy: not-of-the-team']],
  ['on call told, by nobody', { ...signature, safety: 'on-call-notified' }, ['notified: notification-needed']],
  ['on call told, and whom', { ...signature, safety: 'on-call-notified', notified: true }, []],
])('%s', (_, requested, problems) => {
  expect(problemsIn(requested, facts).map(({ field, problem }) => `${field}: ${problem}`)).toEqual(problems);
});

test('whom on call was told at the talk is not asked again', () => {
  expect(problemsIn({ ...signature, safety: 'on-call-notified' }, { ...facts, notifiedBefore: true })).toEqual([]);
});

test('every problem names its fix', () => {
  const problems = problemsIn({ ...none, noChangeReason: null, followUpOn: day('2026-11-01') }, facts).map(signingMessage);
  expect(problems).toEqual([
    { field: 'changes', message: 'Choose at least one change, or say why none is needed.' },
    { field: 'followUpBy', message: 'Choose who looks again.' },
    { field: 'betterLooksLike', message: 'Say what better would look like.' },
    { field: 'followUpOn', message: 'Choose a day after today.' },
  ]);
});
