import { expect, test } from 'vitest';
import { importsOf } from '#kit/imports.ts';
import { sourcesOf } from '#kit/sources.ts';

/** The first cycle found, as the files on it; null where there is none. Types count: what two files say of each other belongs to a third. */
function cycleIn(graph: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): string[] | null => {
    const back = trail.indexOf(path);
    if (back >= 0) return [...trail.slice(back), path];
    if (done.has(path)) return null;
    for (const next of graph.get(path) ?? []) {
      const found = walk(next, [...trail, path]);
      if (found !== null) return found;
    }
    done.add(path);
    return null;
  };
  for (const path of graph.keys()) {
    const found = walk(path, []);
    if (found !== null) return found;
  }
  return null;
}

test('no file imports itself by way of others', () => {
  const sources = sourcesOf(['src', 'server', 'mocks'], /\.tsx?$/);
  const graph = new Map(sources.map((source) => [source.path, importsOf(source)]));
  expect(cycleIn(graph)).toBeNull();
});

test('the guard sees a cycle', () => {
  const planted = new Map([
    ['a', ['b']],
    ['b', ['c']],
    ['c', ['a']],
  ]);
  expect(cycleIn(planted)).toEqual(['a', 'b', 'c', 'a']);
});
