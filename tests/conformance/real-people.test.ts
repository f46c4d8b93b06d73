import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { admissionDay } from '#domain/attendance/lost-contact.ts';
import { weeksOfCare } from '#domain/attendance/weeks.ts';
import type { SessionFacts } from '#domain/attendance/delivered-minutes.ts';
import { dayAt, instantOf } from '#domain/calendar/calendar.ts';
import { fileAt } from '#server/imports/csv/file-bytes.ts';
import { importFiles } from '#server/imports/import-files.ts';
import { sessionsOf } from '#server/attendance/attendance.rows.ts';
import { freshDatabase } from '#kit/database.ts';
import type { Database } from '#server/database/pool.ts';
import { writeFiles } from './ctn0094/csv-files.ts';
import { inABrowser } from './ctn0094/in-a-browser.ts';
import { figuresOf, loadRealPeople, type Loaded } from './ctn0094/load-real-people.ts';
import { recountOf, type Recount } from './ctn0094/recount.ts';
import { studyFolder } from './ctn0094/study-folder.ts';

const why = 'not run: CAIRN_DATA names no folder with the study';
const zone = 'America/Chicago';
// The browser's tests look at the same people, by the day on which they run.
const now = new Date();

if (studyFolder === null) process.stdout.write(`real people: ${why}\n`);

describe.skipIf(studyFolder === null)(`real people brought in through the import${studyFolder === null ? ` (${why})` : ''}`, () => {
  let db: Database;
  let organizationId: string;
  let drop: () => Promise<void>;
  let loaded: Loaded;
  let recount: Recount;

  beforeAll(async () => {
    ({ db, drop } = await freshDatabase());
    ({ id: organizationId } = await db
      .insertInto('organization')
      .values({ name: 'Study', time_zone: zone, settings: '{}' })
      .returning('id')
      .executeTakeFirstOrThrow());
    loaded = await loadRealPeople(db, organizationId, { folder: studyFolder ?? '', now });
    recount = recountOf(loaded.tables);
    process.stdout.write(`${figuresOf(loaded).join('\n')}\n`);
  });
  afterAll(() => drop());

  const counted = async (table: 'client' | 'prescribed_hours' | 'medication') =>
    Number(
      (
        await db
          .selectFrom(table)
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    );
  const byMark = async () => {
    const rows = await db
      .selectFrom('attendance')
      .select(['status', ({ fn }) => fn.countAll<number>().as('n')])
      .groupBy('status')
      .execute();
    return new Map(rows.map(({ status, n }) => [status, Number(n)]));
  };
  const byAnalyte = async (results: readonly ('negative' | 'presumptive-positive')[]) => {
    const rows = await db
      .selectFrom('analyte_result')
      .select(['analyte', ({ fn }) => fn.countAll<number>().as('n')])
      .where('result', 'in', results)
      .groupBy('analyte')
      .execute();
    return Object.fromEntries(rows.map(({ analyte, n }) => [analyte, Number(n)]));
  };

  test('everybody of whom the tables say anything is a client, and the import holds nobody back', async () => {
    expect(recount.people).toBeGreaterThan(0);
    expect(loaded.people - loaded.held.count('people')).toBe(recount.people);
    expect(await counted('client')).toBe(recount.people);
    expect(loaded.reports.map(({ state, heldBack, problems }) => ({ state, heldBack, problems }))).toEqual(
      loaded.reports.map(() => ({ state: 'kept', heldBack: 0, problems: [] })),
    );
  });

  test('every kept visit is present once, and every other row of the visit table is loaded or held back for a reason', async () => {
    const marks = await byMark();
    expect(marks.get('present')).toBe(recount.keptVisits);
    expect([...marks.values()].reduce((sum, n) => sum + n, 0) + loaded.held.count('visits')).toBe(recount.visitRows);
  });

  test('a visit is excused only where the table gives a reason that excuses, and its reason is kept', async () => {
    const rows = await db.selectFrom('attendance').select(['status', 'note']).where('status', 'in', ['absent', 'excused']).execute();
    expect(
      rows.filter(({ status, note }) => (status === 'excused') !== /in hospital|in jail|illness|on vacation/.test(note ?? '')),
    ).toEqual([]);
  });

  test('positives of each analyte are as many as the table has, less those it contradicts itself about', async () => {
    expect(await byAnalyte(['presumptive-positive'])).toEqual(recount.positives);
    expect(loaded.held.count('positives')).toBe(recount.contradictedPositives);
  });

  test('a negative is there only where the trial tested it at a visit that took place', async () => {
    expect(await byAnalyte(['negative'])).toEqual(recount.negatives);
  });

  test('where nobody came there is no result, and nothing counts as negative', async () => {
    const results = await db
      .selectFrom('screen')
      .innerJoin('analyte_result', 'analyte_result.screen_id', 'screen.id')
      .select('screen.id')
      .where('screen.outcome', '<>', 'collected')
      .execute();
    const negative = await db
      .selectFrom('screen')
      .innerJoin('screen_reading', 'screen_reading.screen_id', 'screen.id')
      .select('screen.id')
      .where('screen.outcome', '<>', 'collected')
      .where('negative', '=', true)
      .execute();
    expect([results, negative]).toEqual([[], []]);
  });

  test('nothing is invented: no birth dates, no prescribed hours', async () => {
    expect(await db.selectFrom('client').select('id').where('born_on', 'is not', null).execute()).toEqual([]);
    expect(await counted('prescribed_hours')).toBe(0);
  });

  test('no hour is invented: the tables have no times, so nobody’s hours of any week are known', async () => {
    const people = await db.selectFrom('client').select('id').execute();
    const ids = people.map(({ id }) => id);
    const sessions: SessionFacts[][] = [];
    for (let from = 0; from < ids.length; from += 100) {
      const some = ids.slice(from, from + 100);
      const held = await sessionsOf(db, some);
      sessions.push(...some.map((id) => held.get(id) ?? []));
    }
    const care = sessions.map((own) => {
      return {
        admittedOn: admissionDay(own, zone),
        closedOn: null,
        leaves: [],
        prescriptions: [],
        schedule: { enrollments: [], usualWeekdays: [] },
        closedDays: new Set<never>(),
        sessions: own,
      };
    });
    const weeks = care.flatMap((facts) => weeksOfCare(facts, instantOf(now), zone));
    expect(care.filter(({ admittedOn }) => admittedOn !== null).length).toBeGreaterThan(people.length / 2);
    expect(weeks.filter(({ delivered, excused, telehealth }) => delivered !== null || excused !== 0 || telehealth !== 0)).toEqual([]);
    expect(weeks.length).toBeGreaterThan(people.length);
  });

  test('every day with a dose lies in a medication span, and the spans hold no other dose', async () => {
    const spans = await db.selectFrom('medication').select(['dose', 'started_on', 'ended_on']).execute();
    expect(new Set(spans.map(({ dose }) => dose)).size).toBe(recount.doses.amounts);
    expect(spans.length).toBeGreaterThan(0);
    expect(spans.filter(({ ended_on, started_on }) => ended_on === null || ended_on < started_on)).toEqual([]);
    expect(recount.doses.rows - loaded.held.count('doses')).toBe(recount.doses.days);
  });

  test('nothing lies in the future, and some people are in care today', async () => {
    const today = dayAt(instantOf(now), zone);
    const ahead = await db.selectFrom('attendance').select('session_id').where('session_on', '>=', today).execute();
    const open = await db.selectFrom('episode').select('id').where('closed_on', 'is', null).execute();
    expect(ahead).toEqual([]);
    expect(open.length).toBeGreaterThan(0);
    expect(open.length).toBeLessThan(recount.people);
  });

  test('the same files once more add nothing', async () => {
    const temporary = await mkdtemp(join(tmpdir(), 'cairn-again-'));
    const { files } = await writeFiles(loaded.tables, temporary, dayAt(instantOf(now), zone), 4);
    const again = await importFiles(db, files.map(fileAt), { organizationId, clock: () => now });
    await rm(temporary, { recursive: true });
    expect(again.map(({ added, here, rows }) => ({ added, here: here === rows }))).toEqual(again.map(() => ({ added: 0, here: true })));
  });

  inABrowser(() => ({ db, organizationId }));
});
