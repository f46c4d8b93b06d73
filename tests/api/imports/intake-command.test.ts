import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anOrganization, worldOfFile } from '#kit/world.ts';
import { importCommand } from '#server/cli/import.command.ts';
import { rebuildCommand } from '#server/cli/rebuild.command.ts';
import type { Terminal } from '#server/cli/terminal.ts';

let folder: string;
const world = worldOfFile();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-command-'));
  await writeFile(join(folder, 'good.csv'), 'chart_number,first_name,last_name,opened_on\nC1,Ana,Lee,2026-06-01\n');
  await writeFile(
    join(folder, 'bad.csv'),
    `chart_number,first_name,last_name,opened_on\n${Array.from({ length: 60 }, (_, at) => `C${at + 2},Secret,Lee,2026-02-30`).join('\n')}\n`,
  );
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function run(command: typeof importCommand, ...args: readonly string[]) {
  const printed: string[] = [];
  const said: string[] = [];
  const terminal: Terminal = {
    print: (text) => void printed.push(text),
    note: (text) => void said.push(text),
    clock: () => world.clock.now,
    address: 'http://cairn.test',
    installation: () => Promise.resolve({ db: world.db, secret: '', close: () => Promise.resolve() }),
  };
  return { code: await command(args, terminal), printed: printed.join('\n'), said: said.join('\n') };
}

const file = (name: string) => join(folder, name);

test('a good file ends with 0 and says what was added, and the second time what was there', async () => {
  expect(await run(importCommand, file('good.csv'))).toMatchObject({
    code: 0,
    printed: 'good.csv (clients): 1 row read, 1 added, 0 already here.',
  });
  expect(await run(importCommand, file('good.csv'))).toMatchObject({
    code: 0,
    printed: 'good.csv (clients): 1 row read, 0 added, 1 already here.',
  });
});

test('a bad file ends with 1, names the place and the fix, stops the list at 50 and repeats no cell', async () => {
  const { code, printed } = await run(importCommand, file('bad.csv'));
  expect(code).toBe(1);
  expect(printed).toContain('bad.csv: refused; nothing of it was written.');
  expect(printed).toContain(
    '  bad.csv, row 2 (line 2), opened_on: There is no such day. Write it as year-month-day, for example 2026-03-09.',
  );
  expect(printed).toContain('and 10 more. --json lists them all.');
  expect(printed).not.toMatch(/Secret|2026-02-30/);
});

test('the JSON report has every problem', async () => {
  const { code, printed } = await run(importCommand, '--json', file('bad.csv'));
  expect(code).toBe(1);
  expect(JSON.parse(printed)).toMatchObject([{ file: 'bad.csv', state: 'refused', problems: { length: 60 } }]);
});

test('the columns of every kind are listed without a database', async () => {
  const { code, printed } = await run(importCommand, '--columns');
  expect(code).toBe(0);
  for (const column of ['chart_number', 'session_key', 'analytes_tested', 'started_on', 'hours_per_week'])
    expect(printed).toContain(column);
});

test.each([
  ['no file', []],
  ['a file that is not there', ['/nowhere/clients.csv']],
  ['an option that nobody knows', ['--force', 'clients.csv']],
])('%s ends with 2', async (_, args) => {
  const { code, said } = await run(importCommand, ...args);
  expect(code).toBe(2);
  expect(said.length).toBeGreaterThan(0);
});

test('with two organizations one must be named, and rebuilding goes over both', async () => {
  await anOrganization(world.db, 'South');
  expect(await run(importCommand, file('good.csv'))).toMatchObject({
    code: 2,
    said: 'Name the organization: --organization "North" or "South".',
  });
  expect(await run(importCommand, '--organization', 'South', file('good.csv'))).toMatchObject({ code: 0 });
  expect(await run(rebuildCommand)).toMatchObject({
    code: 0,
    printed: ['North', 'South']
      .map((name) => `${name}: the readings of screens (0) and the tasks of clients in care (1) were worked out again.`)
      .join('\n'),
  });
});
