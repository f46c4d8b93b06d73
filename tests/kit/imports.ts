import { join, normalize } from 'node:path/posix';
import type { Source } from './sources.ts';

const rooms: Readonly<Record<string, string>> = {
  '#domain': 'src/domain',
  '#contract': 'src/contract',
  '#api': 'src/api',
  '#ui': 'src/ui',
  '#charts': 'src/charts',
  '#features': 'src/features',
  '#routes': 'src/routes',
  '#server': 'server',
  '#mocks': 'mocks',
  '#kit': 'tests/kit',
};

/** What a file imports: our own files by path, packages by name. */
export function importsOf({ path, text }: Source): string[] {
  const named = [
    ...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*'([^']+)'/g),
    ...text.matchAll(/\bimport\(\s*'([^']+)'/g),
    ...text.matchAll(/(?:^|\n)import\s+'([^']+)'/g),
  ];
  return named.map(([, specifier = '']) => {
    if (specifier.startsWith('.')) return normalize(join(path, '..', specifier));
    const [room = '', ...rest] = specifier.split('/');
    const folder = rooms[room];
    return folder === undefined ? specifier : [folder, ...rest].join('/');
  });
}
