import { strToU8, zipSync } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import { bringIn, ways } from '#kit/both-ways.ts';
import { aClient } from '#kit/clients.ts';
import { serialOf, workbookOf } from '#kit/workbooks.ts';
import { worldOfEachTest } from '#kit/world.ts';

const world = worldOfEachTest();

beforeEach(async () => {
  await aClient(world, { chart: '00417' });
  await aClient(world, { chart: 'P-02' });
});

const names = ['Session ID', 'Session Date', 'Start Time', 'End Time', 'Service Type', 'Session Name', 'Client ID', 'Status'];
const on = { as: 'day', value: serialOf('2026-11-17') } as const;
// Half past five falls a little short of the minute, as spreadsheets keep it.
const at = (hours: number) => ({ as: 'time', value: hours / 24 - 1e-11 }) as const;
const row = (client: string | number) => ['W-1', on, at(17.5), at(20.5), 'group', 'Dusk group', client, 'Attended'] as const;

describe.each(ways)('by %s', (way) => {
  test('the first sheet of a workbook is read, its days and times by the format of their cells', async () => {
    const content = workbookOf({
      'Dusk & Dawn': [['Weekly report'], [], names, row('00417'), row('P-02'), ['Total', null, null, null, null, null, 2]],
      Notes: [['x']],
    });
    expect(await bringIn(world, way, { name: 'week.xlsx', content })).toEqual({
      in: 2,
      here: 0,
      held: [],
      refused: null,
      notes: [
        'Read from the sheet Dusk & Dawn; not from Notes.',
        'The names of the columns are in line 3; what is above is not read.',
        'Line 6 is a total of the report and is not read.',
      ],
    });
    const stored = await world.db.selectFrom('session').select(['session_on', 'starts_at', 'ends_at']).execute();
    expect(stored).toEqual([{ session_on: '2026-11-17', starts_at: '2026-11-17T23:30:00.000Z', ends_at: '2026-11-18T02:30:00.000Z' }]);
  });

  test('a number that lost its zeros, one that looks like a day and a cell whose formula went wrong are held', async () => {
    const content = workbookOf({
      Data: [
        names,
        row('P-02'),
        row(417),
        ['W-2', serialOf('2026-11-18'), at(17.5), at(20.5), 'group', 'Dusk group', 'P-02', 'Attended'],
        ['W-3', on, at(17.5), at(20.5), 'group', { as: 'error', value: '#REF!' }, 'P-02', { as: 'error', value: '#N/A' }],
      ],
    });
    expect(await bringIn(world, way, { name: 'week.xlsx', content })).toMatchObject({
      in: 1,
      held: ['3 chart_number unknown-client', '4 date serial-day', '5 title spreadsheet-error', '5 attendance spreadsheet-error'],
    });
  });

  test.each<[string, Uint8Array, RegExp]>([
    ['a zip of something else', zipSync({ 'a.txt': strToU8('a,b\n1,2') }), /zip file that is no Excel workbook.*Save as/],
    ['a zip that is cut off', workbookOf({ Data: [names] }).slice(0, 400), /zip file that is no Excel workbook/],
    [
      'a workbook that begins with an empty sheet',
      workbookOf({ Cover: [], Data: [names, row('P-02')] }),
      /first sheet of the workbook is empty.*to the front/,
    ],
    ['a workbook with names alone', workbookOf({ Data: [names] }), /a header and no rows/],
    [
      'a workbook that unpacks to more than a server should hold',
      workbookOf({ Data: [names, ['x'.repeat(70_000_000)]] }),
      /unpacks to more than 60 MB/,
    ],
    ['a spreadsheet of the old kind', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /old kind \(\.xls\), or one with a password/],
  ])('%s is refused with its fix', async (_, content, message) => {
    expect((await bringIn(world, way, { name: 'week.xlsx', content })).refused).toMatch(message);
  });
});
