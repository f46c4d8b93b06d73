import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { intakes } from '#server/imports/intakes.ts';

test('the documentation lists every column of every kind of file as the import reads it', async () => {
  const documented = await readFile('docs/csv.md', 'utf8');
  const missing = intakes
    .flatMap(({ columns }) => columns.map(({ name, needed, holds }) => `| \`${name}\` | ${needed ? 'needed' : 'optional'} | ${holds}. |`))
    .filter((row) => !documented.includes(row));
  expect(missing).toEqual([]);
});

test('each kind is told by a needed column that no other kind has', () => {
  for (const { name, sign } of intakes) {
    expect(intakes.filter(({ columns }) => columns.some((column) => column.name === sign)).map((intake) => intake.name)).toEqual([name]);
    expect(intakes.find((intake) => intake.name === name)?.columns.find((column) => column.name === sign)?.needed).toBe(true);
  }
});
