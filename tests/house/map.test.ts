import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const map = readFileSync('docs/map.md', 'utf8');
const rows = [...map.matchAll(/^\| (?!question|-)(.+?) \| (.+?) \|$/gm)].map(([, question = '', answer = '']) => ({ question, answer }));
const pathsIn = (answer: string): string[] => [...answer.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);

test('the map answers where things are', () => expect(rows.length).toBeGreaterThanOrEqual(24));

test.each(rows.map(({ question, answer }) => [question, answer] as const))('%s', (_, answer) => {
  const paths = pathsIn(answer);
  expect(paths).not.toEqual([]);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});
