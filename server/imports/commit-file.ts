import type { LocatedProblem } from '#domain/imports/problems.ts';
import type { Source } from './csv/file-bytes.ts';
import type { Kind } from './csv/kind.ts';
import { rowsOf, type ParsedRow } from './csv/rows.ts';
import { UnreadableFile } from './csv/unreadable-file.ts';
import type { ImportContext } from './import-context.rows.ts';
import type { Settle, Verdict } from './verdicts/verdict.ts';

/** What became of the rows of one file. */
export type Tally = {
  readonly rows: number;
  readonly added: number;
  readonly here: number;
  readonly heldBack: number;
  readonly problems: readonly LocatedProblem[];
};

export type Watch = {
  /** Told after each batch how many rows have been read. */
  readonly reached: (rows: number) => void;
  /** Told which clients' records a batch has changed. */
  readonly changed: (clientIds: readonly string[]) => Promise<void>;
};

const batchRows = 1_000;

/** Reads and stores a file a batch at a time. Throws `UnreadableRest` where it can't be read to its end. */
export async function commitFile<Row>(
  kind: Kind<Row>,
  settle: Settle<Row>,
  importContext: ImportContext,
  source: Source,
  watch: Watch,
): Promise<Tally> {
  const problems: LocatedProblem[] = [];
  const tally = { rows: 0, added: 0, here: 0, heldBack: 0 };
  let batch: ParsedRow<Row>[] = [];
  const flush = async () => {
    if (batch.length > 0) {
      const { verdicts, write } = await settle(importContext, batch);
      await write();
      const fresh = verdicts.filter(({ is }) => is === 'fresh');
      const refused = verdicts.flatMap((verdict) => refusedBy(verdict, source.name) ?? []);
      tally.added += fresh.length;
      tally.here += verdicts.length - fresh.length - refused.length;
      tally.heldBack += refused.length;
      problems.push(...refused);
      const changed = new Set(fresh.flatMap(({ clientId }) => clientId ?? []));
      if (changed.size > 0) await watch.changed([...changed]);
      batch = [];
    }
    watch.reached(tally.rows);
  };
  try {
    for await (const read of rowsOf(source, kind, importContext.today)) {
      tally.rows += 1;
      if ('facts' in read) batch.push(read);
      else {
        tally.heldBack += 1;
        problems.push(...read.problems);
      }
      if (batch.length >= batchRows) await flush();
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    throw new UnreadableRest(source.name, error, problems);
  }
  await flush();
  return { ...tally, problems };
}

/** The command overwrites nothing: what a page would offer as a change is refused. */
function refusedBy(verdict: Verdict, file: string): LocatedProblem | null {
  const { row, line } = verdict;
  if (verdict.is === 'wrong') return { file, row, line, column: verdict.column, ...verdict.problem };
  if (verdict.is !== 'changed') return null;
  return { file, row, line, column: null, code: 'differs-from-stored', columns: verdict.changes.map(({ field }) => field) };
}

/** A file that can't be read to its end, with what was wrong before that point. */
export class UnreadableRest extends Error {
  readonly problems: readonly LocatedProblem[];

  constructor(file: string, cause: UnreadableFile, before: readonly LocatedProblem[]) {
    super(cause.message, { cause });
    this.problems = [...before, { file, ...cause.problem }];
  }
}
