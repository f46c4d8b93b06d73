import { expect, test } from 'vitest';
import { aWorld } from '#kit/world.ts';
import { bring, clientsFile, rowCounts, screensFile, sessionsFile } from './intake-files.ts';

const rows = 10_000;
const each = 20;

// The pace depends on what else the machine does, so it is printed for a reader and held to nothing but a floor far below.
test('10,000 sessions with attendance and as many screens come in at a printed pace', { timeout: 180_000 }, async () => {
  const world = await aWorld();
  const clients = Array.from({ length: rows / each }, (_, at) => `C${at},Ana,Lee,,2026-01-05,,`);
  const day = (at: number) =>
    `2026-${String(3 + Math.floor((at % each) / 4)).padStart(2, '0')}-${String(1 + (at % 4) * 7).padStart(2, '0')}`;
  const sessions = Array.from(
    { length: rows },
    (_, at) => `S${at},${day(at)},09:00,12:00,group,Morning,C${Math.floor(at / each)},present,180`,
  );
  const screens = Array.from(
    { length: rows },
    (_, at) => `U${at},C${Math.floor(at / each)},${day(at)},yes,collected,urine-cup,valid,AMP;BZO;COC;OPI;THC,${at % 9 === 0 ? 'COC' : ''}`,
  );
  const reports = await bring(world, [clientsFile(...clients), sessionsFile(...sessions), screensFile(...screens)]);
  const taken = reports.map(({ file, rows: read, seconds }) => `${file} ${Math.round(read / seconds).toLocaleString('en')} rows a second`);
  process.stdout.write(`import: ${taken.join(', ')}; ${Math.round(process.memoryUsage.rss() / 1_048_576)} MB\n`);
  expect(reports.map(({ state }) => state)).toEqual(['kept', 'kept', 'kept']);
  expect(await rowCounts(world)).toMatchObject({ attendance: rows, screen: rows, analyte_result: rows * 5, screen_reading: rows });
  await world.drop();
});
