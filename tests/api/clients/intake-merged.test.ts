import { beforeAll, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { mergeCharts, rowsOf } from '#kit/chart-merges.ts';
import { aClient } from '#kit/clients.ts';
import { worldOfFile } from '#kit/world.ts';
import { bring, hoursFile, medicationsFile, screensFile, sessionsFile } from '../imports/intake-files.ts';

let surviving: string;
let merged: string;

const world = worldOfFile();

beforeAll(async () => {
  surviving = (await aClient(world, { chart: 'S1', openedOn: day('2026-06-01') })).clientId;
  merged = (await aClient(world, { chart: 'F1', openedOn: day('2026-06-01') })).clientId;
  await mergeCharts(world, surviving, merged);
});

test('rows that name the number of a merged chart land on the surviving chart', async () => {
  const reports = await bring(world, [
    screensFile('U1,F1,2026-07-20,yes,collected,urine-cup,valid,AMP;COC,COC'),
    sessionsFile('T1,2026-07-20,09:00,12:00,group,Morning,F1,present,180'),
    hoursFile('F1,9,2026-06-01'),
    medicationsFile('F1,buprenorphine,12 mg,2026-06-10,'),
  ]);
  expect(reports.map(({ state, added }) => [state, added])).toEqual(reports.map(() => ['kept', 1]));
  expect(await rowsOf(world, merged)).toEqual({});
  expect(await rowsOf(world, surviving)).toMatchObject({ screen: 1, screen_reading: 1, attendance: 1, prescribed_hours: 1, medication: 1 });
});

test('the same file again adds nothing, by either number', async () => {
  for (const number of ['F1', 'S1']) {
    const reports = await bring(world, [hoursFile(`${number},9,2026-06-01`)]);
    expect(reports.map(({ added, here }) => [added, here])).toEqual([[0, 1]]);
  }
});
