import { beforeEach, describe, expect, test } from 'vitest';
import { bringIn, ways, type Became } from '#kit/both-ways.ts';
import { aClient } from '#kit/clients.ts';
import { worldOfEachTest } from '#kit/world.ts';

const world = worldOfEachTest();

beforeEach(async () => {
  for (const chart of ['P-01', 'P-02', 'P-03']) await aClient(world, { chart });
});

const names = 'Session ID,Session Date,Start Time,End Time,Service Type,Session Name,Client ID,Status';
const row = (chart: string) => `A-1,2026-11-17,18:00,21:00,group,Dusk group,${chart},Attended`;
const ours = 'session_key,date,start,end,service,title,chart_number,attendance,minutes,note';
const full = (chart: string, more: string) => `A-1,2026-11-17,18:00,21:00,group,Dusk group,${chart},${more}`;
const people = 'chart_number,first_name,last_name,born_on,opened_on';

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const taken: Became = { in: 2, here: 0, held: [], refused: null, notes: [] };

type Case = readonly [what: string, content: string | Uint8Array, became: Partial<Became>];

const cases: readonly Case[] = [
  [
    'cells separated by semicolons',
    `${names}\n${row('P-01')}\n${row('P-02')}\n`.replaceAll(',', ';'),
    { ...taken, notes: ['Separated by semicolons.'] },
  ],
  [
    'cells separated by tabs',
    `${names}\n${row('P-01')}\n${row('P-02')}\n`.replaceAll(',', '\t'),
    { ...taken, notes: ['Separated by tabs.'] },
  ],
  [
    'a first line that names the separator',
    `sep=|\r\n${names}\r\n${row('P-01')}\r\n${row('P-02')}\r\n`.replaceAll(',', '|'),
    { ...taken, notes: ['Separated by vertical bars.'] },
  ],
  [
    'title lines above the names and a total below the rows',
    `"Weekly report, Dusk"\n"Made 11/23/2026 by Front Desk"\n\n${names}\n${row('P-01')}\n${row('P-02')}\nTotal,,,,,,2,\n`,
    {
      ...taken,
      notes: ['The names of the columns are in line 4; what is above is not read.', 'Line 7 is a total of the report and is not read.'],
    },
  ],
  [
    'the names once more at the top of a page',
    `${names}\n${row('P-01')}\n${names}\n${row('P-02')}\n`,
    { ...taken, notes: ['Line 3 repeats the names and is not read.'] },
  ],
  ['rows with nothing in them', `${names}\n${row('P-01')}\n${row('P-02')}\n${',,,,,,,\n'.repeat(40)}`, taken],
  ['rows that end otherwise than the names', `${names}\n${row('P-01')}\r\n${row('P-02')}\r\n`, taken],
  ['names that end otherwise than the rows', `${names}\r\n${row('P-01')}\n${row('P-02')}\n`, taken],
  ['empty last cells that were left off', `${ours}\n${full('P-01', 'present,,')}\n${full('P-02', 'present')}\n`, taken],
  ['empty cells beyond the names', `${ours}\n${full('P-01', 'present,,,,')}\n${full('P-02', 'present,,')}\n`, taken],
  [
    'a row that breaks off before its mark, and one with a cell beyond the names',
    `${ours}\n${full('P-01', 'present,,')}\nA-1,2026-11-17,18:00,21:00,group,Dusk group,P-02\n${full('P-03', 'present,,,x')}\n`,
    { ...taken, in: 1, held: ['3 null cell-count', '4 null cell-count'] },
  ],
  [
    'names of people in Windows-1252',
    latin1(`${people}\nN-1,Jos\xe9,\xc1lvarez,1980-01-01,2026-09-01\nN-2,Zo\xeb,O\x92Neil,1981-01-01,2026-09-01\n`),
    { ...taken, notes: ['Read as Windows-1252, not UTF-8: look at names with accents.'] },
  ],
  [
    'a nickname in quotation marks that nobody doubled',
    `${people}\nN-1,Robert "Bob",Ford,1980-01-01,2026-09-01\nN-2,Amy,Lake,1981-01-01,2026-09-01\n`,
    taken,
  ],
  [
    'a quotation mark that swallows the next rows',
    `${people}\nN-1,"Robert,Ford,1980-01-01,2026-09-01\nN-2,Amy,Lake,1981-01-01,2026-09-01\nN-3,Al",Moor,1982-01-01,2026-09-01\n`,
    { refused: expect.stringContaining('A quotation mark opens or closes in the wrong place.') as unknown as string },
  ],
  [
    'names parted over two lines',
    `Session,Start,End,Client,\nDate,Time,Time,ID,Status\n11/17/2026,18:00,21:00,P-01,Attended\n`,
    { refused: expect.stringContaining('Write each name in one cell of one line') as unknown as string },
  ],
];

describe.each(ways)('by %s', (way) => {
  test.each(cases)('%s', async (_, content, became) => {
    expect(await bringIn(world, way, { content })).toMatchObject(became);
  });

  test('names are stored as they are, whatever bytes they came in', async () => {
    const sent = latin1(`${people}\nN-1,Jos\xe9,\xc1lvarez,1980-01-01,2026-09-01\nN-2,Robert "Bob",O\x92Neil,1981-01-01,2026-09-01\n`);
    await bringIn(world, way, { content: sent });
    const stored = await world.db
      .selectFrom('client')
      .select(['first_name', 'last_name'])
      .where('chart_number', 'like', 'N-%')
      .orderBy('chart_number')
      .execute();
    expect(stored).toEqual([
      { first_name: 'José', last_name: 'Álvarez' },
      { first_name: 'Robert "Bob"', last_name: 'O’Neil' },
    ]);
  });

  test('notes are kept as people write them, and none is cut inside a character', async () => {
    const emoji = `${'y'.repeat(59)}🙂 brought her son`;
    const notes = ['"Rang at 4.\r\nSon is ill."', '- court at 9', '@ clinic until 5', '+2 days per Dr. Moor', emoji];
    for (const chart of ['P-04', 'P-05']) await aClient(world, { chart });
    const rows = notes.map((note, at) => full(`P-0${at + 1}`, `excused,,${note}`));
    expect(await bringIn(world, way, { content: `${ours}\n${rows.join('\n')}\n` })).toMatchObject({ in: 5, held: [] });
    const stored = await world.db.selectFrom('attendance').select('note').execute();
    expect(new Set(stored.map(({ note }) => note))).toEqual(
      new Set(['Rang at 4.\nSon is ill.', '- court at 9', '@ clinic until 5', '+2 days per Dr. Moor', emoji]),
    );
  });

  test('everything that is wrong with a row is said, a name that nobody knows beside a day that there isn’t', async () => {
    const text = `${people},program,therapist\nN-1,Al,Moor,1980-02-30,2026-09-01,Nowhere,Nobody\nN-2,Amy,Lake,1981-01-01,2026-09-01,Nowhere,Nobody\n`;
    expect((await bringIn(world, way, { content: text })).held).toEqual([
      '2 born_on no-such-day',
      '2 program unknown-name',
      '2 therapist unknown-name',
      '3 program unknown-name',
      '3 therapist unknown-name',
    ]);
  });
});

test('a note that goes out again is guarded, and comes back as it was', async () => {
  const held = `${ours}\n${full('P-99', 'excused,,- court at 9')}\n`;
  await bringIn(world, 'page', { content: held });
  const { id } = await world.db.selectFrom('import_batch').select('id').executeTakeFirstOrThrow();
  const { csv } = (await (await world.as('director').get(`/imports/${id}/held`)).json()) as { csv: string };
  expect(csv).toContain("'- court at 9");
  const again = csv
    .replace(',what to fix', '')
    .replace('P-99', 'P-01')
    .replace(/,"chart_number There is no client.*$/m, '');
  expect(await bringIn(world, 'page', { content: again })).toMatchObject({ in: 1 });
  expect(await world.db.selectFrom('attendance').select('note').executeTakeFirstOrThrow()).toEqual({ note: '- court at 9' });
});
