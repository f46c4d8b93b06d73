import { expect, test } from 'vitest';
import { aBigImport } from '#kit/big-import.ts';
import { aWorld } from '#kit/world.ts';
import { rowCounts } from './intake-files.ts';

const rows = Number(process.env['CAIRN_IMPORT_ROWS'] ?? 10_000);

// The pace depends on what else the machine does, so it is printed for a reader and held to nothing but floors far below.
test(`${rows} rows of attendance are checked and taken in at a printed pace`, { timeout: 600_000 }, async () => {
  const world = await aWorld();
  const { checkedASecond, importedASecond, grew, blockedP99 } = await aBigImport(world, rows);
  const paces = `${checkedASecond.toLocaleString('en')} rows a second read and checked, ${importedASecond.toLocaleString('en')} taken in`;
  process.stdout.write(`import by page: ${rows.toLocaleString('en')} rows, ${paces}, grew ${grew} MB, event loop p99 ${blockedP99} ms\n`);
  expect((await rowCounts(world))['attendance']).toBe(rows);
  expect(checkedASecond).toBeGreaterThan(200);
  await world.drop();
});
