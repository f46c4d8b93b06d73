import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { analyteOf } from '#domain/drug-screens/analytes.ts';
import { bringIn, ways, type Became, type Way } from '#kit/both-ways.ts';
import { aWorld, type World } from '#kit/world.ts';

const data = process.env['CAIRN_DATA'];
const script = data === undefined ? null : join(data, '../field/make_inputs.py');
const why =
  script === null
    ? 'not run: CAIRN_DATA is not set'
    : !existsSync(script)
      ? 'not run: no files from the field beside CAIRN_DATA'
      : spawnSync('python3', ['--version']).status !== 0
        ? 'not run: there is no python3 to write them'
        : null;
if (why !== null) process.stdout.write(`files from the field: ${why}\n`);

describe.skipIf(why !== null)(`files from the field${why === null ? '' : ` (${why})`}`, () => {
  const now = new Date('2026-11-23T14:02:00.000Z');
  let folder: string;
  let world: World;
  const walked = new Set<string>();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cairn-field-'));
    const made = spawnSync('python3', [script ?? '', folder, '2026-11-23']);
    if (made.status !== 0) throw new Error(made.stderr.toString());
  });
  afterAll(() => rm(folder, { recursive: true }));
  beforeEach(async () => void (world = await aWorld(now)));
  afterEach(() => world.drop());

  const bring = (way: Way, name: string, given: Parameters<typeof bringIn>[3] = {}): Promise<Became> => {
    walked.add(`${way} ${name}`);
    return bringIn(world, way, { name, content: readFileSync(join(folder, name)) }, given);
  };
  const people = (way: Way) => bring(way, '02-opioid-codes-clients.csv');
  const sessions = () => world.db.selectFrom('session').selectAll().orderBy('starts_at').execute();
  const count = async (table: 'session' | 'attendance' | 'client' | 'episode' | 'medication' | 'screen') =>
    Number(
      (
        await world.db
          .selectFrom(table)
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    );
  const marks = async () =>
    (await world.db.selectFrom('attendance').select(['status', 'minutes', 'note']).orderBy('client_id').execute()).map(
      ({ status, minutes, note }) => ({ mark: minutes === null ? status : `${status} ${minutes}`, note }),
    );
  /** What each screen found, by the key of its file. */
  const findings = async () =>
    new Map(
      (
        await world.db
          .selectFrom('screen_reading as reading')
          .innerJoin('screen', 'screen.id', 'reading.screen_id')
          .select(['screen.outside_key', 'reading.findings'])
          .orderBy('screen.outside_key')
          .execute()
      ).map(({ outside_key, findings: found }) => [outside_key ?? '', found as Readonly<Record<string, string>>]),
    );
  const clean = { held: [], refused: null };

  describe.each(ways)('by %s', (way) => {
    test('01: 26 weeks of screens, 191 of 208 collected', async () => {
      expect(await bring(way, '01-spc-clients.csv')).toMatchObject({ in: 8, ...clean });
      expect(await bring(way, '01-spc-screens.csv')).toMatchObject({ in: 208, ...clean });
      const stored = await world.db.selectFrom('screen').select(['outcome']).execute();
      expect([stored.length, stored.filter(({ outcome }) => outcome === 'collected').length]).toEqual([208, 191]);
    });

    test('02: opioids under every code start the safety clock and ask about naloxone, under one analyte for one drug', async () => {
      expect(await people(way)).toMatchObject({ in: 10, ...clean });
      expect(await bring(way, '02-opioid-codes-screens.csv')).toMatchObject({ in: 10, ...clean });
      const detected = await world.db
        .selectFrom('analyte_result')
        .innerJoin('screen', 'screen.id', 'analyte_result.screen_id')
        .select('analyte_result.analyte')
        .where('result', '=', 'presumptive-positive')
        .orderBy('screen.outside_key')
        .execute();
      const drugs = detected.map(({ analyte }) => analyteOf(analyte));
      expect(drugs.slice(0, 3)).toEqual(['6AM', '6AM', '6AM']);
      expect(drugs[3]).toBe(drugs[4]);
      expect(drugs).not.toContain(null);
      const concerned = await world.db.selectFrom('safety_concern').select('client_id').distinct().execute();
      expect(concerned).toHaveLength(10);
      const adjustments = await world.db.selectFrom('adjustment').select(['id', 'client_id']).execute();
      expect(adjustments).toHaveLength(10);
      for (const { id, client_id } of adjustments) {
        const page = await (await world.as('director').get(`/clients/${client_id}/adjustments/${id}`)).json();
        expect((page as { naloxoneReasons: string[] }).naloxoneReasons).toContain('opioid-detected');
      }
    });

    test('03: moments with an offset are on the clinic’s clock, and a range in one cell is start and end', async () => {
      await people(way);
      expect(await bring(way, '03-sessions-iso-offset.csv')).toMatchObject({ in: 3, ...clean });
      expect((await sessions()).map(({ session_on, starts_at, ends_at }) => [session_on, starts_at, ends_at])).toEqual([
        ['2026-11-19', '2026-11-19T23:30:00.000Z', '2026-11-20T02:30:00.000Z'],
        ['2026-11-19', '2026-11-20T00:30:00.000Z', '2026-11-20T03:30:00.000Z'],
        ['2026-11-20', '2026-11-20T23:30:00.000Z', '2026-11-21T02:30:00.000Z'],
      ]);
    });

    test('06: a sign-in sheet is one session, with everybody’s own time in it', async () => {
      await people(way);
      expect(await bring(way, '06-sign-in-sheet.csv')).toMatchObject({ in: 6, ...clean });
      expect(await count('session')).toBe(1);
      expect((await marks()).map(({ mark }) => mark).toSorted((one, other) => one.localeCompare(other))).toEqual([
        'absent',
        'late 163',
        'left-early 129',
        'present 180',
        'present 181',
        'present 182',
      ]);
    });

    test.each<[string, number, number]>([
      ['07-excel-short-rows.csv', 20, 2],
      ['08-banner.csv', 1, 1],
      ['08-semicolons.csv', 1, 1],
      ['14-mixed-line-ends-lf-crlf.csv', 3, 1],
    ])('%s is read, %i rows in %i sessions', async (name, rows, of) => {
      await people(way);
      expect(await bring(way, name)).toMatchObject({ in: rows, ...clean });
      expect([await count('attendance'), await count('session')]).toEqual([rows, of]);
      expect(new Set((await marks()).map(({ mark }) => mark))).toEqual(new Set(['present']));
    });

    test('13 and 18: notes are stored whole, as people write them', async () => {
      await people(way);
      expect(await bring(way, '13-emoji-at-60.csv')).toMatchObject({ in: 1, ...clean });
      expect((await marks()).map(({ note }) => note)).toEqual([`${'x'.repeat(59)}🙂 came with his sister`]);
      expect(await bring(way, '18-notes.csv')).toMatchObject({ in: 4, ...clean });
      const notes = new Set((await marks()).map(({ note }) => note?.replaceAll('\r\n', '\n')));
      for (const note of ['Called at 3.\nChild is ill.', '- court date', '@ dentist until 6', '+1 day per Dr. Heath'])
        expect(notes).toContain(note);
    });

    test.each<[string, number]>([
      ['09-blank-rows.csv', 2],
      ['12-names.csv', 10],
      ['16-brand-clients.csv', 10],
      ['20-one-name.csv', 2],
      ['21-bare-quotes.csv', 2],
    ])('everybody in %s is taken: %i', async (name, rows) => {
      expect(await bring(way, name)).toMatchObject({ in: rows, ...clean });
      expect([await count('client'), await count('episode')]).toEqual([rows, rows]);
    });

    test('10: chart numbers that a spreadsheet took for days are held, each with what to do', async () => {
      expect(await bring(way, '10-chart-numbers-as-days.csv')).toMatchObject({
        in: 0,
        held: [2, 3, 4, 5, 6].map((line) => `${line} chart_number number-is-day`),
        refused: null,
      });
      expect(await count('client')).toBe(0);
    });

    test('12, 20 and 21: names are stored as they are written', async () => {
      for (const name of ['12-names.csv', '20-one-name.csv', '21-bare-quotes.csv']) await bring(way, name);
      const stored = await world.db.selectFrom('client').select(['first_name', 'last_name']).execute();
      const names = new Set(stored.map(({ first_name, last_name }) => `${first_name}|${last_name}`));
      for (const name of ['José|García López', 'Siobhán|O’Brien', 'Tuấn|Nguyễn Văn', 'Łukasz|Łaski', 'Anna-Marie|Smith-Jones'])
        expect(names).toContain(name);
      for (const name of ['Sukarno|', '|Teller', 'William "Bill"|Hale']) expect(names).toContain(name);
    });

    test('16: what was prescribed under a brand or an abbreviation is consistent with medication, each', async () => {
      await bring(way, '16-brand-clients.csv');
      expect(await bring(way, '16-brand-medications.csv')).toMatchObject({ in: 10, ...clean });
      expect(await bring(way, '16-brand-screens.csv')).toMatchObject({ in: 10, ...clean });
      const found = [...(await findings()).values()].map((one) => Object.entries(one).filter(([analyte]) => analyte !== 'COC'));
      expect(found.map((one) => one.map(([, finding]) => finding))).toEqual(
        Array.from({ length: 10 }, () => ['consistent-with-medication']),
      );
      expect(await world.db.selectFrom('adjustment').selectAll().execute()).toEqual([]);
    });

    test('17: results with one row an analyte are one specimen a collection, and a refusal is declined', async () => {
      await people(way);
      expect((await bring(way, '17-long-results.csv')).refused).toMatch(/what the laboratory means/);
      expect(await count('screen')).toBe(0);
      const confirmed = { answers: [{ from: 'Result', answer: 'confirmed' }] };
      expect(await bring(way, '17-long-results.csv', confirmed)).toMatchObject({ in: 4, ...clean });
      const stored = await world.db
        .selectFrom('screen')
        .select(['outside_key', 'outcome', 'validity', 'validity_reason'])
        .orderBy('outside_key')
        .execute();
      expect(
        stored.map(({ outside_key, outcome, validity, validity_reason }) => [outside_key, outcome, validity, validity_reason]),
      ).toEqual([
        ['LG-1', 'collected', 'dilute', 'low creatinine, gravity not reported'],
        ['LG-2', 'collected', 'dilute', 'low creatinine, gravity not reported'],
        ['LG-3', 'declined', null, null],
        ['LG-4', 'collected', 'not-tested', null],
      ]);
      const found = await findings();
      expect(found.get('LG-1')).toEqual({ FEN: 'unexpected-positive', NFEN: 'unexpected-positive', '6AM': 'not-interpretable' });
      expect(found.get('LG-2')).toEqual({ FEN: 'not-interpretable', NFEN: 'not-interpretable', '6AM': 'not-interpretable' });
      expect(found.get('LG-3') ?? {}).toEqual({});
      expect(found.get('LG-4')).toEqual({ FEN: 'unexpected-positive' });
    });

    test('25: the same evening with times and from minutes alone is one session of 180 minutes', async () => {
      await people(way);
      expect(await bring(way, '25-a-with-times.csv')).toMatchObject({ in: 2, ...clean });
      expect(await bring(way, '25-b-minutes-only.csv')).toMatchObject({ ...clean });
      expect([await count('session'), await count('attendance')]).toEqual([1, 2]);
      const [evening] = await sessions();
      const minutes = (Date.parse(evening?.ends_at ?? '') - Date.parse(evening?.starts_at ?? '')) / 60_000;
      expect([minutes, (await marks()).map(({ mark }) => mark)]).toEqual([
        180,
        expect.arrayContaining([expect.stringMatching(/^present( 180)?$/)]),
      ]);
    });
  });

  test('every file is among those above, both ways', () => {
    const all = readdirSync(folder).flatMap((name) => ways.map((way) => `${way} ${name}`));
    expect(all.filter((one) => !walked.has(one))).toEqual([]);
  });
});
