import { problemWords } from '#domain/imports/problem-words.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayAt, instantOf } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';
import { fileAt } from '#server/imports/csv/file-bytes.ts';
import { importFiles, type FileReport } from '#server/imports/import-files.ts';
import { programOf, therapistOf, writeFiles, type Written } from './csv-files.ts';
import { tablesIn, type Tables } from './tables.ts';

export type Loaded = Written & { readonly tables: Tables; readonly reports: readonly FileReport[]; readonly seconds: number };

type Options = { readonly folder: string; readonly now?: Date; readonly therapistsEach?: number };

/**
 * Brings the study's people into an organization that has none yet, through the product's own import, program by program and with therapists of its own.
 * Rows that the product holds back are listed in the reports.
 */
export async function loadRealPeople(
  db: Database,
  organizationId: string,
  { folder, now = new Date(), therapistsEach = 4 }: Options,
): Promise<Loaded> {
  const tables = tablesIn(folder);
  const projects = [...new Set(tables.people.map((row) => row['project'] ?? ''))].toSorted();
  await makeRoom(db, organizationId, projects, therapistsEach);
  const { time_zone: zone } = await db
    .selectFrom('organization')
    .select('time_zone')
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow();
  const temporary = await mkdtemp(join(tmpdir(), 'cairn-people-'));
  try {
    const written = await writeFiles(tables, temporary, dayAt(instantOf(now), zone), therapistsEach);
    const started = performance.now();
    const reports = await importFiles(db, written.files.toReversed().map(fileAt), { organizationId, clock: () => now, holdBack: true });
    return { ...written, tables, reports, seconds: (performance.now() - started) / 1_000 };
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function makeRoom(db: Database, organization_id: string, projects: readonly string[], each: number): Promise<void> {
  for (const project of projects) {
    const { id: program_id } = await db
      .insertInto('program')
      .values({ organization_id, name: programOf(project) })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (let index = 0; index < each; index += 1) {
      const therapist = {
        organization_id,
        user_id: null,
        name: therapistOf(project, index, each),
        role: 'therapist' as const,
        ended_on: null,
      };
      const { id: staff_id } = await db.insertInto('staff').values(therapist).returning('id').executeTakeFirstOrThrow();
      await db.insertInto('staff_program').values({ organization_id, staff_id, program_id }).execute();
    }
  }
}

/** What a run read, loaded and held back, in lines to print. */
export function figuresOf({ people, held, reports, seconds }: Loaded): readonly string[] {
  const rows = reports.reduce((sum, report) => sum + report.rows, 0);
  return [
    `read ${people.toLocaleString('en')} people`,
    ...reports.map(
      ({ file, rows: read, added, here, heldBack: back, seconds: took }) =>
        `${file}: ${read} rows read, ${added} added, ${here} already here, ${back} held back, ${took.toFixed(1)} s`,
    ),
    `${rows.toLocaleString('en')} rows in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds).toLocaleString('en')} rows a second`,
    'held back before the import:',
    ...held.lines().map((line) => `  ${line}`),
    ...(reports.some(({ problems }) => problems.length > 0) ? ['held back by the import:'] : []),
    ...[
      ...Map.groupBy(
        reports.flatMap(({ problems }) => problems),
        (problem) => `${problem.file}, ${problem.column ?? 'row'}: ${problemWords(problem).message}`,
      ),
    ].map(([why, all]) => `  ${all.length} ${why}`),
  ];
}
