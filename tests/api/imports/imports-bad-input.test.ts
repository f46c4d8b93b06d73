import { beforeAll, expect, test } from 'vitest';
import { aCheckedFile, answer, oneImport, sendFile } from '#kit/brought-files.ts';
import { aClient } from '#kit/clients.ts';
import { worldOfFile } from '#kit/world.ts';
import { sent } from '#kit/brought-files.ts';

const world = worldOfFile();

beforeAll(async () => {
  await aClient(world, { chart: '00123', firstName: 'Dana', lastName: 'Walsh' });
});

const message = async (response: Response) => ((await response.json()) as { fields?: { message: string }[] }).fields?.[0]?.message;
const bytes = (...given: number[]): string => Buffer.from(given).toString('latin1');
const wide = Array.from({ length: 100_000 }, (_, at) => `c${at}`).join(',');

test.each<[string, string, RegExp]>([
  ['nothing', '', /empty/],
  ['a header alone', 'a,b\n', /no rows/],
  ['a spreadsheet or a zip', `PK${bytes(3, 4)} and more`, /zip file that is no Excel workbook.*CSV UTF-8/],
  ['a PDF', '%PDF-1.7 and more', /PDF/],
  ['UTF-16 without its mark', 'a,b\n1,2\n'.replaceAll(/[^]/g, (letter) => `${letter}\0`), /UTF-16/],
  ['a quote that is never closed', 'a,b\n1,2\n3,"4\n', /Line \d.*quotation mark/],
  ['100,000 columns', `${wide}\n1\n`, /longer than 64,000|columns/],
  ['300 columns', `${wide.split(',').slice(0, 300).join(',')}\n1\n`, /more than 200 columns/],
  ['two columns of one name', 'MRN,mrn\n1,2\n', /Two columns/],
  ['a column called __proto__', '__proto__,b\n1,2\n', /no column may have/],
])('a file is refused with its fix: %s', async (_, text, expected) => {
  const response = await sendFile(world, text);
  expect(response.status).toBe(400);
  expect(await message(response)).toMatch(expected);
  expect(await world.db.selectFrom('import_batch').selectAll().execute()).toEqual([]);
});

test('200 MB are refused by their length before they are read, and 26 MB while they come', async () => {
  let read = 0;
  const endless = () =>
    new ReadableStream<Uint8Array>({
      pull(controller) {
        read += 1;
        controller.enqueue(new Uint8Array(1_048_576).fill(97));
        if (read > 200) controller.close();
      },
    });
  const app = world.appFor('director');
  const send = (headers: Record<string, string>) =>
    app.fetch(
      new Request('http://cairn.test/api/imports/files', {
        method: 'POST',
        headers: { ...sent('big.csv'), 'idempotency-key': crypto.randomUUID(), ...headers },
        body: endless(),
        duplex: 'half',
      } as RequestInit),
    );
  const response = await send({ 'content-length': '209715200' });
  expect([response.status, read < 3]).toEqual([413, true]);
  read = 0;
  expect((await send({})).status).toBe(413);
  expect(read).toBeLessThan(30);
  expect((await world.as('director').post('/clients/search', { text: 'x'.repeat(1_100_000) })).status).toBe(413);
});

const heldIn = async (text: string, kind: 'clients' | 'medications' | 'sessions' = 'medications') => {
  const file = await aCheckedFile(world, kind, text, { source: crypto.randomUUID() });
  const held = await file.rows('fix');
  return held.map(({ row, problems }) => [row, problems[0]?.column, problems[0]?.suggestions.map(({ value }) => value)]);
};

test('cells that a spreadsheet spoiled are held, with what they may have been where that can be known', async () => {
  const header = 'chart_number,name,started_on,ended_on\n';
  const rows = [
    '1E5,naltrexone,2026-07-01,',
    '1.0E+05,naltrexone,2026-07-01,',
    '123,naltrexone,2026-07-01,',
    '00123,naltrexone,46100,',
    '00123,naltrexone,2026-07-02,2026-07-01',
    '00123,=cmd,2026-07-02,',
  ];
  expect(await heldIn(header + rows.join('\n'))).toEqual([
    [2, 'chart_number', []],
    [3, 'chart_number', []],
    [4, 'chart_number', ['00123']],
    [5, 'started_on', ['2026-03-19']],
    [6, 'ended_on', []],
    [7, 'name', []],
  ]);
});

test('a spreadsheet’s numbers are read as days where somebody says so', async () => {
  const file = await aCheckedFile(world, 'medications', 'chart_number,name,started_on\n00123,methadone,46100\n', {
    source: 'Numbers',
    mapping: (one) => ({ ...one, dates: one.dates.map((reading) => ({ ...reading, serials: true })) }),
  });
  expect((await file.now()).counts).toMatchObject({ ready: 1, fix: 0 });
});

test('a day that can be two is asked about once for its column, and never guessed', async () => {
  const { id } = await answer(sendFile(world, 'MRN,Drug Name,Start Date\n00123,naltrexone,02/03/2026\n'), 'upload');
  const { suggested } = await oneImport(world, id);
  const mapping = suggested.find(({ kind }) => kind === 'medications');
  const match = (dates: unknown) =>
    world.as('director').post(`/imports/${id}/match`, { source: 'Slashes', mapping: { ...mapping, dates } });
  const requested = await match([]);
  expect([requested.status, await message(requested)]).toEqual([400, expect.stringContaining('month or the day comes first')]);
  expect((await match([{ from: 'Start Date', order: 'day-first', shortYears: false, serials: false }])).status).toBe(200);
});

test('years of two digits are held unless somebody says what they are', async () => {
  expect(await heldIn('chart_number,name,started_on\n00123,naltrexone,02/28/26\n')).toEqual([[2, 'started_on', ['2026-02-28']]]);
});

test('two people with one number, in the file or here, are both told', async () => {
  const text =
    'chart_number,first_name,last_name,opened_on\nA1,Ana,Lee,2026-06-01\nA1,Bo,Ray,2026-07-01\n00123,Bo,Ray,2026-06-01\n123,Cy,Fox,2026-06-01\n';
  expect((await heldIn(text, 'clients')).map(([row, column]) => [row, column])).toEqual([
    [3, null],
    [4, 'chart_number'],
    [5, 'chart_number'],
  ]);
});

test('sessions that end before they start, last less than their minutes, or go past the day are held', async () => {
  const header = 'session_key,date,start,end,service,title,chart_number,attendance,minutes\n';
  const rows = [
    'S1,2026-07-20,12:00,09:00,group,Dawn,00123,present,',
    'S2,2026-07-20,09:00,10:00,group,Dawn,00123,present,300',
    'S3,2027-07-20,09:00,10:00,group,Dawn,00123,present,',
    'S4,2026-07-20,09:00,10:00,party,Dawn,00123,present,',
  ];
  expect((await heldIn(header + rows.join('\n'), 'sessions')).map(([row, column]) => [row, column])).toEqual([
    [2, 'end'],
    [3, 'minutes'],
    [4, 'attendance'],
    [5, 'service'],
  ]);
});

test('characters that nobody can see and cut-off rows are held, and nothing of the file is lost or run', async () => {
  const file = await aCheckedFile(
    world,
    'medications',
    'chart_number,name,started_on\n00123,nal\0trexone,2026-07-01\n00123\n00123,"nal\u202etrexone",2026-07-01\n',
    {
      source: 'Unseen',
    },
  );
  expect((await file.rows('fix')).map(({ row }) => row)).toEqual([2, 3, 4]);
  const held = await answer(file.get('held'), 'held');
  expect([held.rows, held.csv.split('\r\n')[0]]).toEqual([3, '\ufeffchart_number,name,started_on,what to fix']);
});
