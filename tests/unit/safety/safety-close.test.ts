import { expect, test } from 'vitest';
import { day, momentOf } from '#domain/calendar/calendar.ts';
import { closeProblem } from '#domain/safety/close-concern.ts';
import { concernSummary, safetySourceWords } from '#domain/safety/words.ts';

const zone = 'America/Chicago';
const at = (time: string) => momentOf(day('2026-11-23'), time, zone);

test.each([
  ['what was done', 'Saw him at eight; a plan for tonight is agreed.', '08:00', null],
  ['a plan to stay safe is what was done', 'Went through his plan for staying safe.', '08:00', null],
  ['his safety plan', 'His safety plan is current and he took a copy.', '08:00', null],
  ['two words', 'All done', '08:00', 'too-short'],
  ['a claim', 'Called at eight. He is safe.', '08:00', 'claims-safety'],
  ['a softer claim', 'Called at eight and he seems safe.', '08:00', 'claims-safety'],
  ['a time to come', 'Will see him at ten with his wife.', '10:00', 'not-yet'],
  ['a time before it opened', 'Saw him at seven, before the check-in.', '07:00', 'before-it-opened'],
])('%s', (_, summary, time, problem) => expect(closeProblem(summary, at(time), at('07:31'), at('09:00'))).toBe(problem));

test.each([
  ['screen', null, day('2026-11-21'), 'screen of Sat 21 Nov'],
  ['screen', null, null, 'a screen'],
  ['breath', { breathAlcohol: 0.045 }, null, 'breath reading 0.045 g/210 L'],
  ['instrument', { instrument: 'PHQ-9' }, null, 'PHQ-9'],
  ['log', { session: 'IOP-D evening' }, null, 'seen at IOP-D evening'],
  ['conversation', null, null, 'said in conversation'],
  ['staff', null, null, 'raised by staff'],
  ['family', null, null, 'raised by family'],
  ['client', null, null, 'said by the client'],
] as const)('a concern from %s', (source, facts, on, words) => expect(safetySourceWords(source, facts, on)).toBe(words));

const ended = { ended: { medication: 'Suboxone film', lastOn: day('2026-11-25') } };
test.each([
  ['staff', 'Long words that stay off the list', null, 'Long words that stay off the list'],
  ['staff', null, ended, 'The last day of Suboxone film was to be 25 Nov 2026. It has come.'],
  ['staff', null, null, null],
  ['breath', null, { breathAlcohol: 0.045 }, null],
] as const)('what is told of a concern from %s: %s', (source, written, facts, words) =>
  expect(concernSummary(source, written, facts)).toBe(words),
);
