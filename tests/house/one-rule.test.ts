import { expect, test } from 'vitest';
import { sourcesOf, type Source } from '#kit/sources.ts';
import { withoutComments } from '#kit/syntax.ts';

/** Where the time in which a slot can be met is read. Whoever matches cups and slots by themselves needs it; whoever asks the rule doesn't. */
const readsWindow = (among: readonly Source[]): string[] =>
  among.filter((source) => withoutComments(source).includes('screenWindowHours')).map(({ path }) => path);

test('one file decides which slot a cup meets', () => {
  expect(readsWindow(sourcesOf(['src', 'server'], /\.tsx?$/))).toEqual([
    'src/domain/drug-screens/slots-met.ts',
    'src/domain/programs/settings.ts',
  ]);
});

test('the guard sees another one', () => {
  const planted = { path: 'server/cohort/x.rows.ts', text: 'const first = addDays(on, -Math.floor(settings.screenWindowHours / 24));' };
  expect(readsWindow([planted])).toEqual([planted.path]);
});
