import type { World } from '#kit/world.ts';
import type { Source } from '#server/imports/csv/file-bytes.ts';
import { importFiles, type FileReport, type ImportOptions } from '#server/imports/import-files.ts';

/** A file of rows under a header. */
export const csv = (name: string, header: string, ...rows: readonly string[]): Source => ({
  name,
  bytes: async function* () {
    yield Buffer.from([header, ...rows, ''].join('\n'));
  },
});

export const clientsFile = (...rows: readonly string[]): Source =>
  csv('clients.csv', 'chart_number,first_name,last_name,born_on,opened_on,closed_on,closed_because', ...rows);
export const sessionsFile = (...rows: readonly string[]): Source =>
  csv('sessions.csv', 'session_key,date,start,end,service,title,chart_number,attendance,minutes', ...rows);
export const medicationsFile = (...rows: readonly string[]): Source =>
  csv('medications.csv', 'chart_number,name,dose,started_on,ended_on', ...rows);
export const screensFile = (...rows: readonly string[]): Source =>
  csv('screens.csv', 'screen_key,chart_number,date,scheduled,outcome,specimen,validity,analytes_tested,positive', ...rows);
export const hoursFile = (...rows: readonly string[]): Source => csv('hours.csv', 'chart_number,hours_per_week,from_on', ...rows);

export const ana = 'C1,Ana,Lee,1990-01-01,2026-06-01,,';

export const bring = (world: World, files: readonly Source[], options: Partial<ImportOptions> = {}): Promise<readonly FileReport[]> =>
  importFiles(world.db, files, { organizationId: world.organizationId, clock: () => world.clock.now, ...options });

/** How many rows each of the tables that an import writes holds. */
export async function rowCounts({ db }: World): Promise<Readonly<Record<string, number>>> {
  const tables = [
    'client',
    'episode',
    'session',
    'attendance',
    'medication',
    'prescribed_hours',
    'screen_slot',
    'screen',
    'analyte_result',
    'screen_reading',
    'adjustment',
    'audit_event',
    'change_mark',
  ] as const;
  const counts = await Promise.all(
    tables.map(
      async (table) =>
        [
          table,
          Number(
            (
              await db
                .selectFrom(table)
                .select(({ fn }) => fn.countAll<number>().as('n'))
                .executeTakeFirstOrThrow()
            ).n,
          ),
        ] as const,
    ),
  );
  return Object.fromEntries(counts);
}
