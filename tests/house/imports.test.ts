import { expect, test } from 'vitest';
import { importsOf } from '#kit/imports.ts';
import { sourcesOf, type Source } from '#kit/sources.ts';

const sources = sourcesOf(['src', 'server', 'mocks'], /\.tsx?$/);

/** What the files of a room may import from the others. A room may always import from itself. */
const below: Readonly<Record<string, readonly string[]>> = {
  'src/domain': [],
  'src/contract': ['src/domain'],
  'src/api': ['src/contract', 'src/domain'],
  'src/ui': [],
  'src/charts': ['src/domain', 'src/ui'],
  'src/features': ['src/domain', 'src/contract', 'src/api', 'src/ui', 'src/charts'],
  'src/routes': ['src/domain', 'src/contract', 'src/api', 'src/ui', 'src/charts', 'src/features'],
  server: ['src/domain', 'src/contract'],
  mocks: ['src/domain', 'src/contract', 'server'],
};

const roomOf = (path: string): string | undefined => Object.keys(below).find((room) => path.startsWith(`${room}/`));

// The entry starts the demonstration on request; that one door leads up.
const exceptions = new Set(['server/main.ts → mocks/fixtures/demo.ts']);

function trespasses({ path, text }: Source): string[] {
  const room = roomOf(path);
  if (room === undefined) return [];
  return importsOf({ path, text }).flatMap((imported) => {
    const to = roomOf(imported);
    if (to === undefined || to === room || below[room]?.includes(to) === true || exceptions.has(`${path} → ${imported}`)) return [];
    return [`${path} → ${imported}`];
  });
}

test('imports point down', () => {
  expect(sources.flatMap(trespasses)).toEqual([]);
});

test('the guard sees a trespass', () => {
  expect(trespasses({ path: 'src/domain/planted.ts', text: "import { api } from '#api/client.ts';" })).toHaveLength(1);
});

const foreignPackages = /^(react|zod|kysely|hono|pg|@tanstack|recharts|node:)/;

test('the domain knows no framework, and only its calendar uses the date library', () => {
  const found = sources
    .filter(({ path }) => path.startsWith('src/domain/'))
    .flatMap((source) => importsOf(source).map((imported) => [source.path, imported] as const))
    .filter(
      ([path, imported]) =>
        foreignPackages.test(imported) || (/^(date-fns|@date-fns)/.test(imported) && path !== 'src/domain/calendar/calendar.ts'),
    );
  expect(found).toEqual([]);
});

test('the domain reads no clock', () => {
  const found = sources
    .filter(({ path }) => path.startsWith('src/domain/') && path !== 'src/domain/calendar/calendar.ts')
    .filter(({ text }) => /\bnew Date\(|\bDate\.now|Math\.random/.test(text))
    .map(({ path }) => path);
  expect(found).toEqual([]);
});

test('a feature imports no other feature', () => {
  const nounOf = (path: string) => /^src\/features\/([^/]+)\//.exec(path)?.[1];
  const found = sources
    .filter(({ path }) => nounOf(path) !== undefined)
    .flatMap((source) =>
      importsOf(source)
        .filter((imported) => nounOf(imported) !== undefined && nounOf(imported) !== nounOf(source.path))
        .map((imported) => `${source.path} → ${imported}`),
    );
  expect(found).toEqual([]);
});

test('furniture knows no noun', () => {
  const found = sources
    .filter(({ path }) => path.startsWith('src/ui/'))
    .flatMap((source) => importsOf(source).filter((imported) => imported.startsWith('src/') && !imported.startsWith('src/ui/')));
  expect(found).toEqual([]);
});
