import { randomUUID } from 'node:crypto';
import { instantOf, type Instant } from '#domain/calendar/calendar.ts';
import type { Clock } from '#server/clock.ts';
import { afterManyRows, readyForManyRows } from '#server/database/many-rows.ts';
import type { Database } from '#server/database/pool.ts';
import { markChanged, recordSystemEvent } from '#server/http/audit-trail.ts';
import { withTenant } from '#server/http/tenant-transaction.ts';
import { recomputeStale } from '#server/projections/recompute-stale.ts';
import type { Source } from './csv/file-bytes.ts';
import { importContextFor } from './import-context.rows.ts';
import type { Answer } from '#domain/imports/answers.ts';
import type { Intake } from './intakes.ts';
import { commitFile, UnreadableRest, type Tally } from './commit-file.ts';
import { sortedFiles, type KnownFile } from './sorted-files.ts';

export type FileReport = Tally & {
  readonly file: string;
  /** Null where the file is of no kind that Cairn reads. */
  readonly kind: string | null;
  /** `kept`: what could be written was. `refused`: nothing was. `checked`: a dry run. `not-tried`: another file was refused. */
  readonly state: 'kept' | 'refused' | 'checked' | 'not-tried';
  readonly seconds: number;
};

export type ImportOptions = {
  readonly organizationId: string;
  readonly clock: Clock;
  /** Checks everything and writes nothing. */
  readonly dryRun?: boolean;
  /** Writes the rows that are right and lists the others, instead of refusing the file. */
  readonly holdBack?: boolean;
  /** The other system by whose remembered columns files are read. */
  readonly source?: string;
  /** Answers to what the columns of a file leave open. */
  readonly answers?: readonly Answer[];
  readonly onProgress?: (file: string, rows: number) => void;
};

/**
 * Imports files of any kinds, given in any order, in the order in which they depend on one another: one transaction a file, all of it or nothing.
 * A refused file stops the ones after it, whose rows would only be refused for what it didn't bring.
 */
export async function importFiles(db: Database, sources: readonly Source[], options: ImportOptions): Promise<readonly FileReport[]> {
  const { known, unknown } = await sortedFiles(sources);
  if (unknown.length > 0) {
    const refused = unknown.map(({ source, problem }) => reportOn(source, null, 'refused', { ...nothing, problems: [problem] }));
    return [...refused, ...known.map(notTried)];
  }
  const run: Run = { ...options, now: instantOf(options.clock()), requestId: `import-${randomUUID()}` };
  // A dry run needs what the files before it would have written, so all of them share the one transaction that is undone.
  const groups = options.dryRun === true ? [known] : known.map((file) => [file]);
  const reports: FileReport[] = [];
  for (const group of groups) {
    const refused = reports.some(({ state }) => state === 'refused');
    reports.push(...(refused ? group.map(notTried) : await inOneTransaction(db, group, run)));
    if (reports.reduce((rows, { added }) => rows + added, 0) >= many) await afterManyRows(db);
  }
  await recomputeStale({ db, clock: options.clock }, options.organizationId);
  return reports;
}

/** From so many rows on, what PostgreSQL believed of its tables is no longer true. */
const many = 1_000;

type Run = ImportOptions & { readonly now: Instant; readonly requestId: string };

/** Thrown out of a transaction so that nothing of it stays; it carries what there is to report. */
class Undone extends Error {
  readonly reports: readonly FileReport[];

  constructor(reports: readonly FileReport[]) {
    super('undone');
    this.reports = reports;
  }
}

async function inOneTransaction(db: Database, files: readonly KnownFile[], run: Run): Promise<readonly FileReport[]> {
  try {
    return await withTenant(
      db,
      run.organizationId,
      run.now,
      async (transaction) => {
        await readyForManyRows(transaction);
        const reports: FileReport[] = [];
        for (const [at, file] of files.entries()) {
          const report = await reportedFile(transaction, file, run);
          reports.push(report);
          if (report.state === 'refused') throw new Undone([...reports, ...files.slice(at + 1).map(notTried)]);
        }
        if (run.dryRun === true) throw new Undone(reports);
        return reports;
      },
      'import',
    );
  } catch (error) {
    if (error instanceof Undone) return error.reports;
    throw error;
  }
}

async function reportedFile(db: Database, file: KnownFile, run: Run): Promise<FileReport> {
  const { source, intake } = file;
  const started = performance.now();
  const importContext = await importContextFor(db, run.organizationId, run.now, null);
  const given = { source: run.source ?? null, answers: run.answers ?? [] };
  const tally = await commitFile(importContext, file, given, {
    reached: (rows) => run.onProgress?.(source.name, rows),
    changed: (clientIds) => noted(db, run, intake, clientIds),
  }).catch(unreadable);
  if (tally.added > 0) await markChanged(db, run.organizationId, [intake.noun]);
  const refused = tally.problems.length > 0 && (run.holdBack !== true || tally.rows === 0);
  const state = refused ? 'refused' : run.dryRun === true ? 'checked' : 'kept';
  return reportOn(source, intake, state, refused ? { ...tally, added: 0 } : tally, (performance.now() - started) / 1_000);
}

/** Whose records a file changed, in the transaction that changes them. The command has nobody signed in, so the event names none. */
async function noted(db: Database, { organizationId, requestId }: Run, { noun }: Intake, clientIds: readonly string[]): Promise<void> {
  await recordSystemEvent(db, { organizationId, action: `import.${noun}`, by: null, changed: { clientIds, requestId } });
}

const nothing: Tally = { rows: 0, added: 0, here: 0, heldBack: 0, problems: [], notes: [], unread: [] };

function unreadable(error: unknown): Tally {
  if (error instanceof UnreadableRest) return { ...nothing, problems: error.problems };
  throw error;
}

const notTried = ({ source, intake }: KnownFile): FileReport => reportOn(source, intake, 'not-tried', nothing);

const reportOn = ({ name: file }: Source, intake: Intake | null, state: FileReport['state'], tally: Tally, seconds = 0): FileReport => ({
  file,
  kind: intake?.name ?? null,
  state,
  seconds,
  ...tally,
});
